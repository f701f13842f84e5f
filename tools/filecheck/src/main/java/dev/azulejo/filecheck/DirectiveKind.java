// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/** What a directive asks for. */
enum DirectiveKind {
  PLAIN("", "check"),
  NEXT("-NEXT", "next"),
  SAME("-SAME", "same"),
  EMPTY("-EMPTY", "empty"),
  NOT("-NOT", "not"),
  DAG("-DAG", "dag"),
  LABEL("-LABEL", "label"),
  COUNT("-COUNT", "count"),
  /** The end of the input, which follows the last directive if that is none of its own. */
  END("", "eof");

  private final String suffix;
  private final String shortName;

  DirectiveKind(String suffix, String shortName) {
    this.suffix = suffix;
    this.shortName = shortName;
  }

  /** What stands behind the prefix in a check file. */
  String suffix() {
    return suffix;
  }

  /** What the input dump calls it. */
  String shortName() {
    return shortName;
  }
}
