// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

/** How many values or types a group of a schema stands for. */
public enum Arity {
  /** Exactly one. */
  ONE,
  /** None or one. */
  OPTIONAL,
  /** Any number. */
  VARIADIC
}
