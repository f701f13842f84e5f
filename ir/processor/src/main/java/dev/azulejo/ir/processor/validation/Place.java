// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an error is about.
 *
 * @param element the declaration
 * @param annotation the annotation on it, or null for the declaration itself
 * @param value the value in the annotation, or null for the whole annotation
 */
public record Place(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
  /** A declaration. */
  public static Place of(Element element) {
    return new Place(element, null, null);
  }
}
