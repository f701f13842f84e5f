// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

import dev.azulejo.ir.layout.Placement;

/** What comes of reading a text. */
public sealed interface Reading {

  /** A layout or a fragment. */
  record Done(Placement placement) implements Reading {}

  /**
   * The text is wrong.
   *
   * @param offset where, as the number of characters before it
   * @param message what is wrong there
   */
  record Failed(int offset, String message) implements Reading {}
}
