// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

/** How many things an accessor stands for. */
public enum Arity {
  /** Exactly one. */
  ONE,
  /** None or one. */
  OPTIONAL,
  /** Any number. */
  VARIADIC
}
