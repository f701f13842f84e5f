// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/**
 * A type of an unknown dialect, carried along as text.
 *
 * @param dialect the dialect's name
 * @param body what stands behind the dot, or between the angle brackets
 */
public record OpaqueType(String dialect, String body) implements Type {
  @Override
  public void print(AsmPrinter printer) {
    OpaqueText.print("!", dialect, body, printer);
  }
}
