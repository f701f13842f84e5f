// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Executes what one thread does, rungs 3 and 4: the threads of a block as warps of 32 lanes. Start
 * from {@link dev.azulejo.simulator.warp.WarpCode}, {@link dev.azulejo.simulator.warp.Warp} and
 * {@link dev.azulejo.simulator.warp.WarpDecoder}; host code and tile operations may not be here.
 *
 * <p>A value is a {@code long[32]}, the bits of each lane: integers extended by their sign to 64
 * bits (a true i1 is -1), floating-point numbers and pairs of them with zeros above, which is what
 * {@link dev.azulejo.simulator.scalar.Scalars#fromMemory} makes of the bits of a type. A vector has
 * one such array for each element, in a row. Arrays of registers ({@code !ptx.regs}, memrefs in
 * {@code "local"}) are {@link dev.azulejo.simulator.warp.Registers}. An address is 64 bits of
 * {@link dev.azulejo.simulator.warp.GlobalMemory} or 32 of the block's {@link
 * dev.azulejo.simulator.warp.SharedMemory}.
 *
 * <p>An instruction is added in the decoder of its dialect: at decode time it asks {@link
 * dev.azulejo.simulator.warp.WarpDecoder} for the places of its operands and results, makes a
 * {@link dev.azulejo.simulator.warp.LaneAccess} if it touches memory, and gives a {@link
 * dev.azulejo.simulator.warp.WarpCode}. That writes results for the lanes in {@link
 * dev.azulejo.simulator.warp.Warp#active()} and no others, for a lane that is elsewhere may still
 * need what it computed before.
 *
 * <p>The blocks of a cluster run together in a {@link dev.azulejo.simulator.warp.ClusterRun}, which
 * gives its warps and its {@link dev.azulejo.simulator.warp.Engine} turns. What an instruction only
 * begins is a {@link dev.azulejo.simulator.warp.Transfer}; what a warp has seen of all that is its
 * {@link dev.azulejo.simulator.warp.Clock}. A warp that finds that something has not happened yet
 * says so by a {@link dev.azulejo.simulator.warp.Stall}.
 */
@NullMarked
package dev.azulejo.simulator.warp;

import org.jspecify.annotations.NullMarked;
