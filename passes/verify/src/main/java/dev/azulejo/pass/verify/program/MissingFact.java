// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

/** Something can't be computed before it is said what a fact is. */
final class MissingFact extends Exception {
  private static final long serialVersionUID = 1L;

  private final int fact;

  MissingFact(int fact) {
    super(null, null, false, false);
    this.fact = fact;
  }

  int fact() {
    return fact;
  }
}
