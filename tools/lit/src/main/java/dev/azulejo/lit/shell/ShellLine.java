// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import java.util.List;

/** A line for the shell, understood. */
public sealed interface ShellLine {

  /** Two lines with something between that says when the second one runs. */
  record Chain(ShellLine left, Join join, ShellLine right) implements ShellLine {}

  /**
   * Commands, each of which reads what the one before it writes.
   *
   * @param negated true where success means failure
   */
  record Pipeline(boolean negated, List<Command> commands) implements ShellLine {}

  /** A program, its arguments, and where its streams go. */
  record Command(List<Word> words, List<Redirection> redirections) {}

  /** Stands where a stream goes elsewhere; taken in the order of the line. */
  record Redirection(Target target, Word file) {}

  /** When the second line of two runs. */
  enum Join {
    /** {@code &&}. */
    IF_GOOD,
    /** {@code ||}. */
    IF_BAD,
    /** {@code ;}. */
    ALWAYS
  }

  /** The kinds of redirection. */
  enum Target {
    /** {@code < file}. */
    IN,
    /** {@code > file}. */
    OUT,
    /** {@code >> file}. */
    OUT_APPENDING,
    /** {@code 2> file}. */
    ERR,
    /** {@code 2>> file}. */
    ERR_APPENDING,
    /** {@code &> file}. */
    BOTH,
    /** {@code 2>&1}. */
    ERR_TO_OUT,
    /** {@code >&2}. */
    OUT_TO_ERR
  }
}
