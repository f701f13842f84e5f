// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import java.util.List;

/** The tree of a regular expression as it was written. */
sealed interface RegexNode {
  /** One byte out of a set. */
  record OneOf(ByteSet set) implements RegexNode {}

  /** A condition on the place between two bytes; takes no byte. */
  record Assertion(Kind kind) implements RegexNode {
    enum Kind {
      LINE_START,
      LINE_END,
      WORD_START,
      WORD_END
    }
  }

  /** A parenthesised part; groups count from 1 by their opening parentheses. */
  record Group(int number, RegexNode body) implements RegexNode {}

  /** One part after the other; no part at all matches the empty text. */
  record Sequence(List<RegexNode> parts) implements RegexNode {}

  /** One of several branches. */
  record Choice(List<RegexNode> branches) implements RegexNode {}

  /** A part repeated {@code min} to {@code max} times; {@link #UNBOUNDED} for no upper bound. */
  record Repeat(RegexNode body, int min, int max) implements RegexNode {}

  /** The text that group {@code number} matched; {@code body} is what stands in that group. */
  record BackReference(int number, RegexNode body) implements RegexNode {}

  int UNBOUNDED = -1;
}
