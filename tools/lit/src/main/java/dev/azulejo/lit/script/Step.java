// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

/** What is done in the order of the file. */
public sealed interface Step {
  /** The line of the file on which it begins, counted from 1. */
  int line();

  /** A line for the shell, continuation lines joined to it, substitutions still in it. */
  record Run(int line, String text) implements Step {}

  /**
   * A substitution of the file's own.
   *
   * @param name what stands for the value, braces and all: {@code %{name}}
   * @param value the text, expanded when it is used
   * @param again true where it replaces an earlier definition
   */
  record Define(int line, String name, String value, boolean again) implements Step {}
}
