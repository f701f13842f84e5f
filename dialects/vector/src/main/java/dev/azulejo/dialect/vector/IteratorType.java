// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

/** What an iteration over a dimension is for. */
public enum IteratorType {
  /** Each iteration gives elements of its own. */
  PARALLEL,
  /** All iterations together give one element. */
  REDUCTION
}
