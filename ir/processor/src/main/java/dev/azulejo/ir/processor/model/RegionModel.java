// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import dev.azulejo.ir.spec.Region.Shape;
import javax.lang.model.element.ExecutableElement;

/**
 * A region, or any number of them.
 *
 * @param accessor the method that declares it
 * @param shape how many blocks each may have
 * @param variadic does the accessor stand for any number of regions?
 * @param doc the accessor's comment as written
 */
public record RegionModel(ExecutableElement accessor, Shape shape, boolean variadic, String doc) {
  /** The name in text and messages. */
  public String name() {
    return accessor.getSimpleName().toString();
  }
}
