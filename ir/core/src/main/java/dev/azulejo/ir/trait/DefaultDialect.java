// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

/** An operation in whose regions one dialect's operations print without their prefix. */
public interface DefaultDialect {
  /** The name of that dialect. */
  String defaultDialect();
}
