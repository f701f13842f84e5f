// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What instructions of PTX compute, without anything that executes them: a lane's registers go in,
 * its results come out. Start from {@link dev.azulejo.simulator.instruction.Arithmetic}, {@link
 * dev.azulejo.simulator.instruction.MatrixProduct} and {@link
 * dev.azulejo.simulator.instruction.Shuffle}. It follows the tables of the instruction set, never
 * the passes that choose instructions; no memory and no warp is known here.
 *
 * <p>A lane holds a whole number extended by its sign to 64 bits, a truth value as 0 or -1, and the
 * bits of a floating-point number or of a pair in a register of i32 as such a whole number or with
 * zeros above: what reads a register looks at no bit above its width.
 */
@NullMarked
package dev.azulejo.simulator.instruction;

import org.jspecify.annotations.NullMarked;
