// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.trait.Constants;
import org.jspecify.annotations.Nullable;

/**
 * An arrival at a barrier of several blocks that one thread of each group makes: as many threads of
 * the group can make it, each at one block. Then an address is computed ahead of loops, and a step
 * has one arrival, whatever the number of blocks.
 *
 * @param branch the condition that the arrival alone is under
 * @param number the number of a thread in its group
 */
record SpreadArrival(IfOp branch, Value number) {

  /** What there is of that around an arrival at so many blocks; null where it can't be spread. */
  static @Nullable SpreadArrival of(ArriveOp arrive, long blocks) {
    boolean isAlone =
        arrive.parentOp() instanceof IfOp around
            && around.elseBlock() == null
            && around.thenBlock().first() == arrive
            && arrive.next() == around.thenYield();
    if (!isAlone
        || !(arrive.parentOp() instanceof IfOp branch)
        || !(branch.condition().definingOp() instanceof CmpIOp asked)
        || asked.comparison() != CmpIPredicate.EQ
        || !isNumber(asked.rhs(), 0)
        || sizeOfGroup(asked.lhs()) < blocks) {
      return null;
    }
    return new SpreadArrival(branch, asked.lhs());
  }

  /** How many threads a number counts within groups of them; 0 where it is no such number. */
  private static long sizeOfGroup(Value number) {
    if (!(number.definingOp() instanceof AndIOp inGroup)
        || !(Constants.of(inGroup.rhs()) instanceof IntegerAttr mask)
        || !mask.fitsLong()) {
      return 0;
    }
    long size = mask.longValue() + 1;
    boolean isPower = size > 0 && Long.bitCount(size) == 1;
    return isPower && isThread(inGroup.lhs(), size) ? size : 0;
  }

  /** Is it the number of the thread, counted from a multiple of a size? */
  private static boolean isThread(Value value, long size) {
    return switch (value.definingOp()) {
      case ThreadIdOp _ -> true;
      case SubIOp less ->
          less.lhs().definingOp() instanceof ThreadIdOp
              && Constants.of(less.rhs()) instanceof IntegerAttr first
              && first.fitsLong()
              && first.longValue() % size == 0;
      case null, default -> false;
    };
  }

  private static boolean isNumber(Value value, long number) {
    return Constants.of(value) instanceof IntegerAttr known
        && known.fitsLong()
        && known.longValue() == number;
  }

  /**
   * Lets as many threads of each group through as there are blocks; returns which block a thread is
   * for.
   *
   * @param first the first of the blocks, of type i32, or null for number 0
   * @param step from one to the next
   */
  Value spread(long blocks, @Nullable Value first, long step) {
    Inserter ahead = Inserter.before(branch);
    Value isOne = CmpIOp.create(ahead, CmpIPredicate.ULT, number, index(ahead, blocks)).result();
    branch.setOperand(0, isOne);
    // The others compute an address as well, which must be of a block that there is.
    Value within = MinUIOp.create(ahead, number, index(ahead, blocks - 1)).result();
    Value narrow = IndexCastOp.create(ahead, within, IntegerType.I32).out();
    Value distance = step == 1 ? narrow : MulIOp.create(ahead, narrow, word(ahead, step)).result();
    return first == null ? distance : AddIOp.create(ahead, first, distance).result();
  }

  private static Value index(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.of(IndexType.INSTANCE, number)).result();
  }

  private static Value word(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.i32(Math.toIntExact(number))).result();
  }
}
