// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

/** An operation whose regions end in a terminator that the custom form may leave out. */
public interface ImplicitTerminator {
  /** The full name of the terminator. */
  String terminatorName();
}
