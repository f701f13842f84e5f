// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** An annotation as written on an element, with its values by name, defaults included. */
record Mirror(
    Element element,
    AnnotationMirror annotation,
    Map<? extends ExecutableElement, ? extends AnnotationValue> values) {

  /** The annotation of a class on an element, or null. */
  static @Nullable Mirror of(Element element, Class<? extends Annotation> kind, Elements elements) {
    for (AnnotationMirror each : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) each.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(kind.getCanonicalName())) {
        return nested(element, each, elements);
      }
    }
    return null;
  }

  private static Mirror nested(Element element, AnnotationMirror mirror, Elements elements) {
    return new Mirror(element, mirror, elements.getElementValuesWithDefaults(mirror));
  }

  /** Where an error about the whole annotation goes. */
  Place place() {
    return new Place(element, annotation, null);
  }

  /** Where an error about one value goes. */
  Place place(String name) {
    return new Place(element, annotation, value(name));
  }

  /** A text. */
  String text(String name) {
    return value(name).getValue().toString();
  }

  /** A flag. */
  boolean flag(String name) {
    return value(name).getValue().equals(true);
  }

  /** The name of a constant of an enum. */
  String constant(String name) {
    return value(name).getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  /** Several texts. */
  List<String> texts(String name) {
    return list(name).stream().map(each -> each.getValue().toString()).toList();
  }

  /** A class, or null where it doesn't exist, which javac reports. */
  @Nullable TypeMirror type(String name) {
    return value(name).getValue() instanceof TypeMirror type ? type : null;
  }

  /** Annotations in an annotation. */
  List<Mirror> annotations(String name, Elements elements) {
    return list(name).stream()
        .map(each -> nested(element, (AnnotationMirror) each.getValue(), elements))
        .toList();
  }

  private List<? extends AnnotationValue> list(String name) {
    return value(name).getValue() instanceof List<?> list
        ? list.stream().map(AnnotationValue.class::cast).toList()
        : List.of();
  }

  private AnnotationValue value(String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    throw new IllegalArgumentException(annotation + " has no value " + name);
  }
}
