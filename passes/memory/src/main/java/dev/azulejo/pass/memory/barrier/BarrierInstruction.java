// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.barrier.AddressOp;
import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.FenceInitOp;
import dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.ptx.CpAsyncMbarrierArriveOp;
import dev.azulejo.dialect.ptx.FenceMbarrierInitOp;
import dev.azulejo.dialect.ptx.MapaOp;
import dev.azulejo.dialect.ptx.MbarrierArriveClusterOp;
import dev.azulejo.dialect.ptx.MbarrierArriveExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierArriveOp;
import dev.azulejo.dialect.ptx.MbarrierExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierTryWaitParityOp;
import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.trait.Constants;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes instructions of operations on barriers. */
final class BarrierInstruction {
  private final Map<Value, Integer> first;
  private final @Nullable Value words;
  private final ClusterBlocks blocks;

  /**
   * For the barriers of a launch.
   *
   * @param first the number of the first barrier of each array
   * @param words where barriers are, or null where there are none
   * @param blocks the blocks of the cluster
   */
  BarrierInstruction(Map<Value, Integer> first, @Nullable Value words, ClusterBlocks blocks) {
    this.first = first;
    this.words = words;
    this.blocks = blocks;
  }

  /** Why something that uses barriers can't be an instruction; null where it can. */
  static @Nullable String obstacle(Operation op) {
    return switch (op) {
      case WaitOp _, AddressOp _, ArriveNoincOp _, ExpectTxOp _ -> null;
      case ArriveOp arrive -> obstacle(arrive.by().value());
      case ArriveExpectTxOp arrive -> obstacle(arrive.by().value());
      default -> "uses barriers in a way that is not known here";
    };
  }

  private static @Nullable String obstacle(String arrivers) {
    return arrivers.equals(Arrivers.EVERY_THREAD)
        ? null
        : "says that not every thread arrives, which must be conditions here; run lower-tile-ops"
            + " first";
  }

  /** Puts instructions in the place of an operation. */
  void lower(Operation op) {
    Inserter at = Inserter.before(op);
    switch (op) {
      case WaitOp wait -> wait(at, wait);
      case ArriveOp arrive -> arrive(at, arrive);
      case ArriveExpectTxOp arrive -> {
        Place place = place(at, arrive.array(), arrive.index());
        Value bytes = number(at, arrive.bytes().longValue());
        place.mark(MbarrierArriveExpectTxOp.create(at, place.base, bytes));
      }
      case ExpectTxOp expect -> {
        Place place = place(at, expect.array(), expect.index());
        Value bytes = number(at, expect.bytes().longValue());
        place.mark(MbarrierExpectTxOp.create(at, place.base, bytes));
      }
      case ArriveNoincOp arrive -> {
        Place place = place(at, arrive.array(), arrive.index());
        CpAsyncMbarrierArriveOp later = CpAsyncMbarrierArriveOp.create(at, place.base);
        later.setAttribute("noinc", UnitAttr.INSTANCE);
        place.mark(later);
      }
      case AddressOp address -> {
        Place place = place(at, address.array(), address.index());
        Value sum =
            place.bytes == 0
                ? place.base
                : AddIOp.create(at, place.base, number(at, place.bytes)).result();
        address.result().replaceAllUsesWith(sum);
      }
      case FenceInitOp _ -> FenceMbarrierInitOp.create(at);
      case FenceProxyAsyncOp _ -> dev.azulejo.dialect.ptx.FenceProxyAsyncOp.create(at);
      default -> {
        return;
      }
    }
    op.erase();
  }

  private void arrive(Inserter at, ArriveOp arrive) {
    if (arrive.multicast().isEmpty()) {
      Place own = place(at, arrive.array(), arrive.index());
      own.mark(MbarrierArriveOp.create(at, own.base));
      return;
    }
    long[] dimensions = arrive.multicast().get().asLongs();
    List<Long> steps = blocks.steps(dimensions);
    SpreadArrival spread =
        isEven(steps) && words != null ? SpreadArrival.of(arrive, steps.size()) : null;
    if (spread != null) {
      spread(at, arrive, spread, dimensions);
      return;
    }
    Place place = place(at, arrive.array(), arrive.index());
    for (Value block : blocks.along(at, dimensions)) {
      Value there = MapaOp.create(at, place.base, block).result();
      place.mark(MbarrierArriveClusterOp.create(at, there, null));
    }
  }

  private static boolean isEven(List<Long> steps) {
    long step = steps.size() < 2 ? 0 : steps.get(1);
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) != i * step) {
        return false;
      }
    }
    return step > 0;
  }

  /** Has each of some threads arrive at one block, at an address that no slot changes. */
  private void spread(Inserter at, ArriveOp arrive, SpreadArrival spread, long[] dimensions) {
    List<Long> steps = blocks.steps(dimensions);
    Inserter ahead = Inserter.before(spread.branch());
    Value first = blocks.first(ahead, dimensions);
    Value block = spread.spread(steps.size(), first, steps.get(1));
    Place start = place(ahead, arrive.array(), ConstantOp.index(ahead, 0));
    Value there = MapaOp.create(ahead, start.base, block).result();
    Value bytes = ConstantOp.index(at, SharedBarriers.BYTES);
    Value distance = MulIOp.create(at, arrive.index(), bytes).result();
    Value narrow = IndexCastOp.create(at, distance, IntegerType.I32).out();
    Value word = AddIOp.create(at, there, narrow).result();
    start.mark(MbarrierArriveClusterOp.create(at, word, null));
  }

  private void wait(Inserter at, WaitOp wait) {
    Place place = place(at, wait.array(), wait.index());
    Value parity = parity(at, wait.parity());
    Value yes = ConstantOp.create(at, IntegerAttr.bool(true)).result();
    WhileOp.create(
        at,
        List.of(),
        List.of(),
        (inside, _) -> {
          MbarrierTryWaitParityOp asked =
              MbarrierTryWaitParityOp.create(inside, place.base, parity);
          place.mark(asked);
          Value again = XOrIOp.create(inside, asked.result(), yes).result();
          return ConditionOp.create(inside, again, List.of());
        },
        (_, _) -> List.of());
  }

  /** A parity as instructions take it; where it was computed as a number, that number. */
  private static Value parity(Inserter at, Value parity) {
    Value bit =
        parity.definingOp() instanceof CmpIOp asked
                && asked.comparison() == CmpIPredicate.NE
                && isNumber(asked.rhs(), 0)
                && isBit(asked.lhs())
            ? asked.lhs()
            : parity;
    if (bit.type().equals(IntegerType.I32)) {
      return bit;
    }
    return bit.type() instanceof IndexType
        ? IndexCastOp.create(at, bit, IntegerType.I32).out()
        : ExtUIOp.create(at, bit, IntegerType.I32).out();
  }

  private static boolean isBit(Value value) {
    boolean fits = value.type() instanceof IndexType || value.type().equals(IntegerType.I32);
    return fits
        && switch (value.definingOp()) {
          case AndIOp and -> isNumber(and.rhs(), 1);
          case XOrIOp flipped -> isNumber(flipped.rhs(), 1) && isBit(flipped.lhs());
          case null, default -> false;
        };
  }

  private static boolean isNumber(Value value, long number) {
    return Constants.of(value) instanceof IntegerAttr constant && constant.longValue() == number;
  }

  // --- Places -----------------------------------------------------------------------------------

  /**
   * Where a barrier is.
   *
   * @param base an address
   * @param bytes how far behind it
   */
  private record Place(Value base, int bytes) {
    void mark(Operation instruction) {
      instruction.setAttribute("offset", IntegerAttr.i32(bytes));
    }
  }

  private Place place(Inserter at, Value array, Value index) {
    Integer start = first.get(array);
    if (words == null || start == null) {
      throw new CompilerBug("barriers have no words");
    }
    int ahead = start * SharedBarriers.BYTES;
    if (Constants.of(index) instanceof IntegerAttr number) {
      Value all =
          dev.azulejo.dialect.ptx.AddressOp.create(at, words, List.of(Offset.of(0))).result();
      return new Place(all, ahead + Math.toIntExact(number.longValue()) * SharedBarriers.BYTES);
    }
    Value base =
        dev.azulejo.dialect.ptx.AddressOp.create(at, words, List.of(Offset.of(index))).result();
    return new Place(base, ahead);
  }

  private static Value number(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.i32(Math.toIntExact(number))).result();
  }
}
