// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import java.util.function.BiConsumer;

/** What keeps a warp from going on, until something happens elsewhere. */
interface Stall {
  /** What it waits for, behind "warp N waits ". */
  String text();

  /** Tells of places that have to do with it. */
  default void notes(BiConsumer<Location, String> sink) {}
}
