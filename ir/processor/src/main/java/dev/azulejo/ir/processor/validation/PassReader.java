// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import com.palantir.javapoet.ClassName;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.OptionModel;
import dev.azulejo.ir.processor.model.PassGroupModel;
import dev.azulejo.ir.processor.model.PassModel;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the classes of passes and reports what is wrong with them. */
public final class PassReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern ANCHOR = Pattern.compile("([a-z][a-z0-9_]*(\\.[a-z0-9_]+)+)?");

  private final Language language;
  private final Problems problems;

  /** Reads from a program. */
  public PassReader(Elements elements, Types types, Problems problems) {
    this.language = new Language(elements, types);
    this.problems = problems;
  }

  /** The passes by package, sorted by its name. */
  public List<PassGroupModel> read(List<TypeElement> types) {
    Map<String, List<PassModel>> byPackage = new TreeMap<>();
    for (TypeElement type : types) {
      PassModel pass = read(type);
      if (pass != null) {
        byPackage.computeIfAbsent(pass.className().packageName(), _ -> new ArrayList<>()).add(pass);
      }
    }
    List<PassGroupModel> groups = new ArrayList<>();
    byPackage.forEach((name, passes) -> groups.add(new PassGroupModel(name, unique(passes))));
    return groups;
  }

  private List<PassModel> unique(List<PassModel> passes) {
    List<PassModel> sorted = new ArrayList<>(passes);
    sorted.sort(Comparator.comparing(PassModel::name).thenComparing(PassModel::className));
    List<PassModel> kept = new ArrayList<>();
    for (PassModel pass : sorted) {
      if (!kept.isEmpty() && kept.getLast().name().equals(pass.name())) {
        problems.error(
            Place.of(pass.type()),
            "pass '%s' is declared twice: here and in %s",
            pass.name(),
            kept.getLast().className().simpleName());
      } else {
        kept.add(pass);
      }
    }
    return List.copyOf(kept);
  }

  private @Nullable PassModel read(TypeElement type) {
    Mirror definition = Mirror.of(type, PassDef.class, language.elements());
    if (definition == null) {
      return null;
    }
    int before = problems.count();
    checkClass(type);
    check(definition, "name", NAME, "a pass in kebab case");
    check(definition, "anchor", ANCHOR, "an operation, dialect first");
    if (definition.text("summary").isBlank()) {
      problems.error(definition.place("summary"), "the summary is empty");
    }
    Rung from = Rung.valueOf(definition.constant("from"));
    Rung downTo = Rung.valueOf(definition.constant("downTo"));
    if (from.compareTo(downTo) > 0) {
      problems.error(definition.place("downTo"), "downTo is a higher rung than from");
    }
    TypeElement optionsRecord = optionsRecord(type);
    List<OptionModel> options =
        optionsRecord == null
            ? List.of()
            : new OptionReader(language, problems).read(optionsRecord);
    checkConstructor(type, optionsRecord);
    return problems.count() > before
        ? null
        : new PassModel(
            type,
            definition.text("name"),
            definition.text("summary"),
            definition.text("anchor"),
            from,
            downTo,
            definition.flag("schedules"),
            optionsRecord == null ? null : ClassName.get(optionsRecord),
            options,
            language.comment(type));
  }

  private void checkClass(TypeElement type) {
    String name = type.getSimpleName().toString();
    if (type.getNestingKind() != NestingKind.TOP_LEVEL
        || type.getModifiers().contains(Modifier.ABSTRACT)
        || !name.endsWith("Pass")) {
      problems.error(
          Place.of(type), "a pass is a class in a file of its own whose name ends in 'Pass'");
    }
    if (!language.isSubtype(type.asType(), Names.PASS)) {
      problems.error(Place.of(type), "'%s' must implement dev.azulejo.ir.pass.Pass", name);
    }
  }

  private void check(Mirror definition, String value, Pattern pattern, String what) {
    if (!pattern.matcher(definition.text(value)).matches()) {
      problems.error(
          definition.place(value), "'%s' is no name of %s", definition.text(value), what);
    }
  }

  private @Nullable TypeElement optionsRecord(TypeElement type) {
    for (TypeElement each : ElementFilter.typesIn(type.getEnclosedElements())) {
      if (each.getSimpleName().contentEquals("Options")) {
        if (each.getKind() != ElementKind.RECORD
            || each.getModifiers().contains(Modifier.PRIVATE)) {
          problems.error(Place.of(each), "the options of a pass are a record that isn't private");
          return null;
        }
        return each;
      }
    }
    return null;
  }

  private void checkConstructor(TypeElement type, @Nullable TypeElement optionsRecord) {
    for (ExecutableElement each : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      boolean fits =
          optionsRecord == null
              ? each.getParameters().isEmpty()
              : each.getParameters().size() == 1
                  && Language.is(
                      each.getParameters().getFirst().asType(), ClassName.get(optionsRecord));
      if (fits && !each.getModifiers().contains(Modifier.PRIVATE)) {
        return;
      }
    }
    problems.error(
        Place.of(type),
        "'%s' needs a constructor that %s and isn't private",
        type.getSimpleName(),
        optionsRecord == null ? "takes nothing" : "takes its Options");
  }
}
