// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import com.palantir.javapoet.ClassName;
import dev.azulejo.ir.processor.model.AttributeModel;
import dev.azulejo.ir.processor.model.FormatPart;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.OpModel;
import dev.azulejo.ir.processor.model.Signature;
import dev.azulejo.ir.processor.model.TypeRuleModel;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.spec.TypeRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the class of an operation and reports what is wrong with it. */
public final class OpReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9][a-z0-9_]*)+");

  private final Language language;
  private final Problems problems;

  /** Reads from a program. */
  public OpReader(Elements elements, Types types, Problems problems) {
    this.language = new Language(elements, types);
    this.problems = problems;
  }

  /**
   * The declaration, or null where the errors are such that nothing can be generated. After lesser
   * errors there still is one, so that javac has no more to say about the class.
   */
  public @Nullable OpModel read(TypeElement type) {
    Mirror definition = Mirror.of(type, OpDef.class, language.elements());
    if (definition == null || !checkClass(type, definition)) {
      return null;
    }
    String name = definition.text("name");
    if (!NAME.matcher(name).matches()) {
      problems.error(
          definition.place("name"),
          "'%s' is no name of an operation: write the dialect, a dot and the mnemonic, all in lower"
              + " case",
          name);
      return null;
    }
    int before = problems.count();
    Signature signature = AccessorReader.read(language, problems, type);
    checkNames(signature);
    boolean complete = problems.count() == before;
    List<String> sameTypes = definition.texts("sameTypes");
    checkSameTypes(signature, definition, sameTypes);
    List<TypeRuleModel> rules = typeRules(type, signature);
    checkParents(definition);
    checkEffects(type, name);
    boolean customAssembly = definition.flag("customAssembly");
    if (customAssembly) {
      checkCustomAssembly(type, definition);
    }
    List<FormatPart> format = complete ? format(definition, signature) : null;
    if (format != null && problems.count() == before) {
      checkTypes(signature, format, sameTypes, rules);
    }
    Mirror example = Mirror.of(type, Example.class, language.elements());
    return new OpModel(
        type,
        name,
        signature,
        sameTypes,
        rules,
        definition.texts("parents"),
        definition.text("format"),
        format,
        customAssembly,
        traits(type),
        example == null ? null : example.text("value").strip(),
        language.comment(type));
  }

  private boolean checkClass(TypeElement type, Mirror definition) {
    if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
      problems.error(definition.place(), "the class of an operation stands in a file of its own");
      return false;
    }
    String name = type.getSimpleName().toString();
    if (!name.endsWith("Op") || name.length() == 2) {
      problems.error(Place.of(type), "the name of an operation's class ends in 'Op'");
      return false;
    }
    if (!Language.is(type.getSuperclass(), Names.OPERATION)) {
      problems.error(Place.of(type), "'%s' must extend dev.azulejo.ir.Operation", name);
      return false;
    }
    if (!Language.permitsOnlyItsGeneratedClass(type)) {
      problems.error(
          Place.of(type),
          "'%s' must be declared 'abstract sealed class %s extends Operation ... permits %s%s'",
          name,
          name,
          name,
          Names.GENERATED_SUFFIX);
      return false;
    }
    return true;
  }

  private void checkNames(Signature signature) {
    Set<String> taken = new HashSet<>(signature.typedNames());
    signature.regions().forEach(region -> taken.add(region.name()));
    signature.successors().forEach(successor -> taken.add(successor.name()));
    for (AttributeModel attribute : signature.attributes()) {
      if (!taken.add(attribute.name())) {
        problems.error(Place.of(attribute.accessor()), "the name '%s' is taken", attribute.name());
      }
    }
  }

  private void checkSameTypes(Signature signature, Mirror definition, List<String> names) {
    if (names.size() == 1) {
      problems.error(definition.place("sameTypes"), "sameTypes needs at least two names");
    }
    if (new HashSet<>(names).size() < names.size()) {
      problems.error(definition.place("sameTypes"), "sameTypes holds a name twice");
    }
    for (String name : names) {
      if (!signature.typedNames().contains(name)) {
        problems.error(
            definition.place("sameTypes"), "'%s' in sameTypes is no operand and no result", name);
      }
    }
  }

  private List<TypeRuleModel> typeRules(TypeElement type, Signature signature) {
    List<Mirror> mirrors = new ArrayList<>();
    Mirror single = Mirror.of(type, TypeRule.class, language.elements());
    Mirror several = Mirror.of(type, TypeRules.class, language.elements());
    if (single != null) {
      mirrors.add(single);
    } else if (several != null) {
      mirrors.addAll(several.annotations("value", language.elements()));
    }
    List<TypeRuleModel> rules = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    for (Mirror mirror : mirrors) {
      String target = mirror.text("target");
      TypeElement rule =
          Constraints.read(language, problems, type, mirror, "rule", Names.TYPE_FUNCTION);
      boolean targetKnown = checkTyped(signature, mirror, "target");
      boolean fromKnown = checkTyped(signature, mirror, "from");
      if (!targets.add(target)) {
        problems.error(mirror.place("target"), "'%s' has two type rules", target);
      } else if (rule != null && targetKnown && fromKnown) {
        rules.add(new TypeRuleModel(target, mirror.text("from"), ClassName.get(rule)));
      }
    }
    return rules;
  }

  private boolean checkTyped(Signature signature, Mirror mirror, String value) {
    String name = mirror.text(value);
    if (signature.typedNames().contains(name)) {
      return true;
    }
    problems.error(mirror.place(value), "'%s' in a type rule is no operand and no result", name);
    return false;
  }

  private void checkParents(Mirror definition) {
    for (String parent : definition.texts("parents")) {
      if (!NAME.matcher(parent).matches()) {
        problems.error(
            definition.place("parents"), "'%s' in parents is no name of an operation", parent);
      }
    }
  }

  private void checkEffects(TypeElement type, String name) {
    if (language.exists(Names.EFFECTS) && !language.isSubtype(type.asType(), Names.EFFECTS)) {
      problems.error(
          Place.of(type),
          "'%s' declares no effects: implement Pure, Accessing, RecursiveEffects or"
              + " UnknownEffects",
          name);
    }
  }

  private void checkCustomAssembly(TypeElement type, Mirror definition) {
    if (!definition.text("format").isEmpty()) {
      problems.error(
          definition.place("format"), "an operation has a format or customAssembly, not both");
    }
    if (!language.isSubtype(type.asType(), Names.CUSTOM_ASSEMBLY)) {
      problems.error(
          definition.place("customAssembly"),
          "customAssembly needs the class to implement CustomAssembly");
    }
    List<ClassName> parameters = List.of(Names.OP_PARSER, Names.OPERATION_STATE);
    if (!Language.hasStaticMethod(type, "parse", parameters)) {
      problems.error(
          definition.place("customAssembly"),
          "customAssembly needs a method 'static void parse(OpParser, OperationState)' that is not"
              + " private");
    }
  }

  private @Nullable List<FormatPart> format(Mirror definition, Signature signature) {
    String text = definition.text("format");
    if (text.isEmpty()) {
      return null;
    }
    List<FormatPart> parts;
    try {
      parts = FormatParser.parse(text, signature);
    } catch (FormatFailure failure) {
      problems.error(definition.place("format"), "format, %s", failure.reason());
      return null;
    }
    List<String> errors = FormatChecker.errors(signature, parts);
    errors.forEach(error -> problems.error(definition.place("format"), "%s", error));
    return errors.isEmpty() ? parts : null;
  }

  private void checkTypes(
      Signature signature,
      List<FormatPart> format,
      List<String> sameTypes,
      List<TypeRuleModel> rules) {
    for (GroupModel group : TypeDerivation.unknown(signature, format, sameTypes, rules)) {
      problems.error(
          Place.of(group.accessor()),
          "a reader of the format can't know the type of '%s': write type($%s) in the format, or"
              + " let it follow from a type that is known by sameTypes, @TypeRule or a constraint"
              + " with onlyType",
          group.name(),
          group.name());
    }
  }

  private static List<String> traits(TypeElement type) {
    List<String> names = new ArrayList<>();
    for (TypeMirror each : type.getInterfaces()) {
      TypeElement element = Language.classOf(each);
      if (element != null) {
        names.add(element.getSimpleName().toString());
      }
    }
    return names;
  }
}
