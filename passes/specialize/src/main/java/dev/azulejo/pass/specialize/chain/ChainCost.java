// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.chain;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmShape;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;

/**
 * What an iteration of a chain costs, and which schedule that asks for.
 *
 * <p>For each sum of the first product the tensor cores of a multiprocessor multiply as often as
 * that product is deep and the second one has columns, 2048 times a cycle where operands have 16
 * bits. Leading from one product to the other takes a power, of which there are 16 a cycle, and as
 * much again for the rest: so long as 256 multiplications. Where the other warpgroups of the role
 * multiply for so long, the tensor cores are busy without a warpgroup's own products, and its
 * powers had better not wait behind these. Otherwise its own second product has to fill the gap.
 *
 * @param groups how many warpgroups the role has
 * @param products how many multiplications of 16 bits a sum takes
 */
public record ChainCost(long groups, long products) {
  /** How many multiplications take as long as what leads from one product to the other. */
  private static final long POWERS = 256;

  /** From so many warpgroups on, they begin in turns: two of them find their rhythm themselves. */
  private static final long CROWD = 3;

  private static final long BITS = 16;

  /** The cost of a chain in a role of so many warpgroups. */
  public static ChainCost of(ChainLoop chain, long groups) {
    long depth = GemmShape.of(chain.first()).k() * bits(chain.first());
    long columns = GemmShape.of(chain.second()).n() * bits(chain.second());
    return new ChainCost(groups, (depth + columns) / BITS);
  }

  private static long bits(GemmOp gemm) {
    if (!(gemm.b().type() instanceof MemRefType buffer)) {
      return BITS;
    }
    return switch (buffer.elementType()) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width();
      default -> BITS;
    };
  }

  /** The schedule that keeps the tensor cores busy. */
  public ChainSchedule schedule() {
    return others() >= POWERS ? ChainSchedule.SWAPPED : ChainSchedule.OVERLAPPED;
  }

  /** Do the warpgroups begin their products better one after another? */
  public boolean isCrowded() {
    return groups >= CROWD;
  }

  /** Why that schedule. */
  public String reason() {
    return "from one product to the other takes as long as %d multiplications a sum, and others make %d"
        .formatted(POWERS, others());
  }

  private long others() {
    return Math.max(groups - 1, 0) * products;
  }
}
