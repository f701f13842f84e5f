// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/** When to print the input with annotations, which lines of it, and how many lines around them. */
record DumpRequest(When when, Filter filter, int context) {
  /** In the order of precedence. */
  enum When {
    HELP,
    ALWAYS,
    FAIL,
    NEVER
  }

  /** In the order of precedence. */
  enum Filter {
    ALL,
    ANNOTATION_FULL,
    ANNOTATION,
    ERROR
  }
}
