// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.azulejo.ir.processor.model.Arity;
import dev.azulejo.ir.processor.model.AttributeModel;
import dev.azulejo.ir.processor.model.AttributeModel.Presence;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.RegionModel;
import dev.azulejo.ir.processor.model.Signature;
import dev.azulejo.ir.processor.model.SuccessorModel;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Region;
import dev.azulejo.ir.spec.Region.Shape;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.Successor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the annotated accessors of an operation's class. */
final class AccessorReader {
  private static final List<Class<? extends Annotation>> KINDS =
      List.of(Operand.class, Result.class, Attr.class, Region.class, Successor.class);

  private final Language language;
  private final Problems problems;
  private final TypeElement op;
  private final List<GroupModel> operands = new ArrayList<>();
  private final List<GroupModel> results = new ArrayList<>();
  private final List<AttributeModel> attributes = new ArrayList<>();
  private final List<RegionModel> regions = new ArrayList<>();
  private final List<SuccessorModel> successors = new ArrayList<>();

  private AccessorReader(Language language, Problems problems, TypeElement op) {
    this.language = language;
    this.problems = problems;
    this.op = op;
  }

  /** What an operation's class declares; accessors with errors may be missing in it. */
  static Signature read(Language language, Problems problems, TypeElement op) {
    AccessorReader reader = new AccessorReader(language, problems, op);
    for (ExecutableElement method : ElementFilter.methodsIn(op.getEnclosedElements())) {
      reader.read(method);
    }
    reader.checkTails();
    return new Signature(
        reader.operands, reader.results, reader.attributes, reader.regions, reader.successors);
  }

  private void read(ExecutableElement method) {
    List<Mirror> found =
        KINDS.stream()
            .map(kind -> Mirror.of(method, kind, language.elements()))
            .filter(Objects::nonNull)
            .toList();
    if (found.isEmpty()) {
      if (method.getModifiers().contains(Modifier.ABSTRACT)) {
        error(
            method,
            "abstract method '%s' declares nothing: annotate it with @Operand, @Result,"
                + " @Attr, @Region or @Successor, or give it a body",
            method.getSimpleName());
      }
      return;
    }
    Mirror mirror = found.getFirst();
    if (found.size() > 1) {
      problems.error(
          found.get(1).place(), "'%s' can't be two things at once", method.getSimpleName());
    } else if (!method.getModifiers().contains(Modifier.ABSTRACT)
        || !method.getParameters().isEmpty()
        || !method.getTypeParameters().isEmpty()) {
      error(
          method, "accessor '%s' must be abstract and without parameters", method.getSimpleName());
    } else {
      readKind(method, mirror);
    }
  }

  private void readKind(ExecutableElement method, Mirror mirror) {
    String kind =
        ((TypeElement) mirror.annotation().getAnnotationType().asElement())
            .getSimpleName()
            .toString();
    switch (kind) {
      case "Operand" -> group(method, mirror, Names.VALUE, operands);
      case "Result" -> group(method, mirror, Names.OP_RESULT, results);
      case "Attr" -> attribute(method, mirror);
      case "Region" -> {
        Arity arity = arity(method, Names.REGION, false);
        if (arity != null) {
          Shape shape = Shape.valueOf(mirror.constant("value"));
          regions.add(new RegionModel(method, shape, arity == Arity.VARIADIC, doc(method)));
        }
      }
      case "Successor" -> {
        Arity arity = arity(method, Names.BLOCK, false);
        if (arity != null) {
          successors.add(new SuccessorModel(method, arity == Arity.VARIADIC, doc(method)));
        }
      }
      default -> throw new IllegalStateException(kind);
    }
  }

  private void group(
      ExecutableElement method, Mirror mirror, ClassName content, List<GroupModel> groups) {
    Arity arity = arity(method, content, true);
    TypeElement constraint = constraint(mirror, "value", Names.TYPE_CONSTRAINT);
    if (arity != null && constraint != null) {
      boolean typeIsFixed = language.overrides(constraint, "onlyType", Names.TYPE_CONSTRAINT);
      groups.add(
          new GroupModel(method, ClassName.get(constraint), arity, typeIsFixed, doc(method)));
    }
  }

  private @Nullable Arity arity(ExecutableElement method, ClassName content, boolean optional) {
    TypeMirror type = method.getReturnType();
    Arity arity = Language.arity(type);
    if (!Language.is(Language.content(type), content) || (arity == Arity.OPTIONAL && !optional)) {
      String name = content.simpleName();
      error(
          method,
          "'%s' must return %s%s or List<%s>",
          method.getSimpleName(),
          name,
          optional ? ", Optional<" + name + ">" : "",
          name);
      return null;
    }
    return arity;
  }

  private void attribute(ExecutableElement method, Mirror mirror) {
    TypeElement constraint = constraint(mirror, "value", Names.ATTRIBUTE_CONSTRAINT);
    String given = mirror.text("name");
    String name = given.isEmpty() ? method.getSimpleName().toString() : given;
    String defaultText = mirror.text("defaultValue");
    TypeMirror type = method.getReturnType();
    TypeMirror content = Language.content(type);
    Arity arity = Language.arity(type);
    boolean isUnit = type.getKind() == TypeKind.BOOLEAN;
    if (!isUnit
        && (arity == Arity.VARIADIC
            || content.getKind() != TypeKind.DECLARED
            || !language.isSubtype(content, Names.ATTRIBUTE))) {
      error(
          method,
          "'%s' must return a class of attributes, Optional of one, or boolean",
          method.getSimpleName());
      return;
    }
    if (!defaultText.isEmpty() && (isUnit || arity == Arity.OPTIONAL)) {
      problems.error(
          mirror.place("defaultValue"),
          "'%s' has a default, so it is never absent: return the class of the attribute itself",
          method.getSimpleName());
      return;
    }
    if (name.equals("operandSegmentSizes") || name.equals("resultSegmentSizes")) {
      problems.error(mirror.place(), "the attribute '%s' is kept by the framework", name);
      return;
    }
    if (constraint == null) {
      return;
    }
    Presence presence =
        isUnit
            ? Presence.UNIT
            : arity == Arity.OPTIONAL
                ? Presence.OPTIONAL
                : defaultText.isEmpty() ? Presence.REQUIRED : Presence.DEFAULTED;
    attributes.add(
        new AttributeModel(
            method,
            name,
            ClassName.get(constraint),
            presence,
            TypeName.get(content),
            defaultText.isEmpty() ? null : defaultText,
            doc(method)));
  }

  private @Nullable TypeElement constraint(Mirror mirror, String value, ClassName wanted) {
    return Constraints.read(language, problems, op, mirror, value, wanted);
  }

  private void checkTails() {
    for (int i = 0; i < regions.size() - 1; i++) {
      if (regions.get(i).variadic()) {
        error(regions.get(i).accessor(), "only the last region may be a list");
      }
    }
    for (int i = 0; i < successors.size() - 1; i++) {
      if (successors.get(i).variadic()) {
        error(successors.get(i).accessor(), "only the last successor may be a list");
      }
    }
  }

  private String doc(ExecutableElement method) {
    return language.comment(method);
  }

  private void error(ExecutableElement method, String format, Object... arguments) {
    problems.error(Place.of(method), format, arguments);
  }
}
