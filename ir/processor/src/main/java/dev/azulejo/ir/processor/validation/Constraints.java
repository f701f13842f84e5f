// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the classes that annotations name and generated code makes objects of. */
final class Constraints {
  private Constraints() {}

  /** The class, or null after an error; javac itself reports a class that isn't there. */
  static @Nullable TypeElement read(
      Language language,
      Problems problems,
      TypeElement user,
      Mirror mirror,
      String value,
      ClassName wanted) {
    TypeMirror type = mirror.type(value);
    TypeElement element = Language.classOf(type);
    if (type == null || element == null) {
      return null;
    }
    if (!language.isSubtype(type, wanted)) {
      problems.error(
          mirror.place(value), "%s is no %s", element.getSimpleName(), wanted.simpleName());
      return null;
    }
    if (!language.isConstructible(element, user)) {
      problems.error(
          mirror.place(value),
          "%s must be a concrete class with a constructor without parameters that the package of"
              + " %s can call",
          element.getSimpleName(),
          user.getSimpleName());
      return null;
    }
    return element;
  }
}
