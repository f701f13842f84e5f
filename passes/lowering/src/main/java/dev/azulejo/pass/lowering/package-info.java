// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The passes that take a program from rung 2 to rung 3: from what a block does to what one thread
 * does. Start from {@link dev.azulejo.pass.lowering.LowerTileOpsPass}; how one operation is lowered
 * is said in one class, and what several need, in {@code Kernel}. Instructions of targets other
 * than {@code ptx} may not be here.
 */
@NullMarked
package dev.azulejo.pass.lowering;

import org.jspecify.annotations.NullMarked;
