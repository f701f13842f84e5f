// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What matrix instructions prescribe: the fragments of their operands, how they are loaded from
 * shared memory, and how a tile is shared out to the warps of a block. Start from {@link
 * dev.azulejo.ir.layout.matrix.MmaInstruction} and {@link dev.azulejo.ir.layout.matrix.WarpGrid};
 * which operation uses which instruction is not decided here.
 */
@NullMarked
package dev.azulejo.ir.layout.matrix;

import org.jspecify.annotations.NullMarked;
