// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

/** The kinds of tokens. */
enum TokenKind {
  /** A letter or underscore, then letters, digits, {@code _ $ .}; keywords too. */
  BARE_ID,
  /** Digits, or {@code 0x} and hexadecimal digits. */
  INTEGER,
  /** Digits, a dot, and perhaps more. */
  FLOAT,
  /** Text in double quotes. */
  STRING,
  /** {@code %name}. */
  PERCENT_ID,
  /** {@code ^name}. */
  CARET_ID,
  /** {@code #name}. */
  HASH_ID,
  /** {@code !name}. */
  BANG_ID,
  /** {@code @name} or {@code @"name"}. */
  AT_ID,
  /** A punctuation mark, {@code ->}, {@code ...}, {@code {-#} or {@code #-}}. */
  PUNCTUATION,
  /** The end of the input. */
  END
}
