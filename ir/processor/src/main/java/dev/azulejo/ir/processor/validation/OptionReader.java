// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import com.palantir.javapoet.TypeName;
import dev.azulejo.ir.processor.model.OptionModel;
import dev.azulejo.ir.processor.model.OptionModel.Kind;
import dev.azulejo.ir.spec.Help;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the components of the record that holds the options of a pass. */
final class OptionReader {
  private final Language language;
  private final Problems problems;

  OptionReader(Language language, Problems problems) {
    this.language = language;
    this.problems = problems;
  }

  /** The options, in order; those with errors are missing. */
  List<OptionModel> read(TypeElement optionsRecord) {
    List<OptionModel> options = new ArrayList<>();
    for (RecordComponentElement component :
        ElementFilter.recordComponentsIn(optionsRecord.getEnclosedElements())) {
      OptionModel option = read(component);
      if (option != null) {
        options.add(option);
      }
    }
    return options;
  }

  private @Nullable OptionModel read(RecordComponentElement component) {
    String name = kebab(component.getSimpleName().toString());
    Mirror help = Mirror.of(component, Help.class, language.elements());
    if (help == null) {
      problems.error(
          Place.of(component),
          "option '%s' says nothing of its meaning: annotate it with @Help",
          name);
      return null;
    }
    Kind kind = kind(component.asType());
    if (kind == null) {
      problems.error(
          Place.of(component),
          "option '%s' must be a boolean, int, long, String, enum or List<String>",
          name);
      return null;
    }
    List<String> words = kind == Kind.WORD ? words(component.asType()) : List.of();
    if (kind == Kind.WORD && words.size() < 2) {
      problems.error(Place.of(component), "option '%s' leaves no choice", name);
      return null;
    }
    String written = help.text("defaultValue");
    String defaultText = kind == Kind.BOOL && written.isEmpty() ? "false" : written;
    if (!accepts(kind, words, defaultText)) {
      String reason =
          written.isEmpty() ? "needs a defaultValue" : "can't have the default '" + written + "'";
      problems.error(
          help.place("defaultValue"), "option '%s' %s: %s", name, reason, expected(kind, words));
      return null;
    }
    return new OptionModel(
        name, kind, TypeName.get(component.asType()), words, defaultText, help.text("value"));
  }

  private static @Nullable Kind kind(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> Kind.BOOL;
      case INT -> Kind.INT;
      case LONG -> Kind.LONG;
      case DECLARED -> kindOfClass((DeclaredType) type);
      default -> null;
    };
  }

  private static @Nullable Kind kindOfClass(DeclaredType type) {
    Element element = type.asElement();
    if (element.getKind() == ElementKind.ENUM) {
      return Kind.WORD;
    }
    return switch (type.toString()) {
      case "java.lang.String" -> Kind.TEXT;
      case "java.util.List<java.lang.String>" -> Kind.LIST;
      default -> null;
    };
  }

  private static List<String> words(TypeMirror type) {
    return ((DeclaredType) type)
        .asElement().getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
            .map(each -> each.getSimpleName().toString())
            .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
  }

  private static boolean accepts(Kind kind, List<String> words, String text) {
    return switch (kind) {
      case BOOL -> text.equals("true") || text.equals("false");
      case INT -> fits(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> fits(text, Long.MIN_VALUE, Long.MAX_VALUE);
      case WORD -> words.contains(text);
      case TEXT, LIST -> true;
    };
  }

  private static boolean fits(String text, long least, long greatest) {
    try {
      long value = Long.parseLong(text);
      return least <= value && value <= greatest;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static String expected(Kind kind, List<String> words) {
    return switch (kind) {
      case BOOL -> "it is true or false";
      case INT -> "it is an integer of 32 bits";
      case LONG -> "it is an integer of 64 bits";
      case WORD -> "it is one of " + String.join(", ", words);
      case TEXT, LIST -> "";
    };
  }

  private static String kebab(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c)) {
        text.append('-');
      }
      text.append(Character.toLowerCase(c));
    }
    return text.toString();
  }
}
