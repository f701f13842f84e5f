// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import dev.azulejo.cuda.runtime.ParameterKind;

/** What a caller hands in by name. */
public sealed interface Argument {

  /** Its name. */
  String name();

  /**
   * A buffer with a shape.
   *
   * @param element the type of its elements, as the compiler spells it
   * @param rank how many dimensions it has
   */
  record Buffer(String name, String element, int rank) implements Argument {}

  /** A number. */
  record Scalar(String name, ParameterKind kind) implements Argument {}
}
