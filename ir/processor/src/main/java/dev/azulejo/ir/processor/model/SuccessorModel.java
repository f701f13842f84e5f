// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import javax.lang.model.element.ExecutableElement;

/**
 * A successor, or any number of them.
 *
 * @param accessor the method that declares it
 * @param variadic does the accessor stand for any number of successors?
 * @param doc the accessor's comment as written
 */
public record SuccessorModel(ExecutableElement accessor, boolean variadic, String doc) {
  /** The name in text and messages. */
  public String name() {
    return accessor.getSimpleName().toString();
  }
}
