// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;
import java.util.function.IntFunction;

/**
 * A part of a source that its reader takes as text.
 *
 * @param text the characters
 * @param places the place of the character that so many bytes stand in front of
 */
public record RawText(String text, IntFunction<Location> places) {
  /** The place behind so many bytes of the text. */
  public Location at(int offset) {
    return places.apply(offset);
  }
}
