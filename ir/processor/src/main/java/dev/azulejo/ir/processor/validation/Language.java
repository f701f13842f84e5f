// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import com.palantir.javapoet.ClassName;
import dev.azulejo.ir.processor.model.Arity;
import dev.azulejo.ir.processor.model.Names;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about classes and methods of the program that is compiled. */
final class Language {
  private static final String LIST = "java.util.List";
  private static final String OPTIONAL = "java.util.Optional";

  private final Elements elements;
  private final Types types;

  Language(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Finds annotations. */
  Elements elements() {
    return elements;
  }

  /** The text of the comment of an element, or an empty text. */
  String comment(Element element) {
    String comment = elements.getDocComment(element);
    return comment == null ? "" : comment;
  }

  /** The class that a type is of, or null. */
  static @Nullable TypeElement classOf(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement element
        ? element
        : null;
  }

  /** Is a type of a class, without arguments? */
  static boolean is(TypeMirror type, ClassName name) {
    TypeElement element = classOf(type);
    return element != null && element.getQualifiedName().contentEquals(name.canonicalName());
  }

  /** Is a type that of a class or of one below it? True also where the class isn't known. */
  boolean isSubtype(TypeMirror type, ClassName name) {
    TypeElement other = elements.getTypeElement(name.canonicalName());
    return other == null
        || type.getKind() == TypeKind.ERROR
        || types.isSubtype(types.erasure(type), types.erasure(other.asType()));
  }

  /** Is a class of the framework there? */
  boolean exists(ClassName name) {
    return elements.getTypeElement(name.canonicalName()) != null;
  }

  /** How many things a type stands for: {@code T}, {@code Optional<T>} or {@code List<T>}. */
  static Arity arity(TypeMirror type) {
    TypeElement element = classOf(type);
    if (element != null && element.getQualifiedName().contentEquals(OPTIONAL)) {
      return Arity.OPTIONAL;
    }
    return element != null && element.getQualifiedName().contentEquals(LIST)
        ? Arity.VARIADIC
        : Arity.ONE;
  }

  /** The {@code T} of {@code T}, {@code Optional<T>} or {@code List<T>}. */
  static TypeMirror content(TypeMirror type) {
    return arity(type) != Arity.ONE
            && type instanceof DeclaredType declared
            && declared.getTypeArguments().size() == 1
        ? declared.getTypeArguments().getFirst()
        : type;
  }

  /** Can generated code in a package make an object of the class without arguments? */
  boolean isConstructible(TypeElement type, Element user) {
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      return false;
    }
    boolean isInner =
        type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
    if (isInner || type.getModifiers().contains(Modifier.ABSTRACT) || !isVisible(type, user)) {
      return false;
    }
    for (ExecutableElement each : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (each.getParameters().isEmpty() && isVisible(each, user)) {
        return true;
      }
    }
    return false;
  }

  private boolean isVisible(Element element, Element user) {
    if (element.getModifiers().contains(Modifier.PUBLIC)) {
      return true;
    }
    return !element.getModifiers().contains(Modifier.PRIVATE)
        && elements.getPackageOf(element).equals(elements.getPackageOf(user));
  }

  /** Has a class its own version of a method without parameters that an interface declares? */
  boolean overrides(TypeElement type, String method, ClassName declaredIn) {
    for (ExecutableElement each : ElementFilter.methodsIn(elements.getAllMembers(type))) {
      if (each.getSimpleName().contentEquals(method)
          && each.getParameters().isEmpty()
          && each.getEnclosingElement() instanceof TypeElement owner
          && !owner.getQualifiedName().contentEquals(declaredIn.canonicalName())) {
        return true;
      }
    }
    return false;
  }

  /** Has a class a static method, at least package-private, of a name with these parameters? */
  static boolean hasStaticMethod(TypeElement type, String name, List<ClassName> parameters) {
    for (ExecutableElement each : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (each.getSimpleName().contentEquals(name)
          && each.getModifiers().contains(Modifier.STATIC)
          && !each.getModifiers().contains(Modifier.PRIVATE)
          && each.getReturnType().getKind() == TypeKind.VOID
          && hasParameters(each, parameters)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasParameters(ExecutableElement method, List<ClassName> parameters) {
    if (method.getParameters().size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!is(method.getParameters().get(i).asType(), parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Is the class abstract and sealed, with the generated class as the only one below it? */
  static boolean permitsOnlyItsGeneratedClass(TypeElement type) {
    List<? extends TypeMirror> permitted = type.getPermittedSubclasses();
    return type.getModifiers().contains(Modifier.ABSTRACT)
        && type.getModifiers().contains(Modifier.SEALED)
        && permitted.size() == 1
        && permitted.getFirst() instanceof DeclaredType only
        && only.asElement()
            .getSimpleName()
            .contentEquals(type.getSimpleName() + Names.GENERATED_SUFFIX);
  }
}
