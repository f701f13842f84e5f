// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.access.Access;

/** What the lanes of a subgroup see of each other. */
final class Lanes {
  /**
   * What the other lanes hold. Nobody writes it, so a lane that needs nothing of it may stop
   * reading; but who answers depends on who executes the operation, so it stays where it is.
   */
  static final Access.Resource VALUES = new Access.Resource("values of other lanes");

  private Lanes() {}
}
