// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * Executes a launch thread by thread and watches elements of shared memory: two threads that access
 * one with no barrier between, one writing, race, whichever of them comes first.
 */
final class ThreadRaces {
  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;
  private static final int ELEMENTS = 1 << 12;

  private final int threads;
  private final Map<Value, long[]> values = new HashMap<>();
  private final Map<Value, Long> places = new HashMap<>();
  private final int[] readers = new int[ELEMENTS];
  private final int[] writers = new int[ELEMENTS];
  private boolean races;
  private long end;

  private ThreadRaces(int threads) {
    this.threads = threads;
    waitForAll();
  }

  /** Do threads of the launch race? */
  static boolean areIn(LaunchOp launch) {
    ThreadRaces machine = new ThreadRaces((int) launch.threads().longValue());
    machine.run(launch.body().entry());
    return machine.races;
  }

  private void waitForAll() {
    Arrays.fill(readers, NOBODY);
    Arrays.fill(writers, NOBODY);
  }

  private void run(Block block) {
    for (Operation op : block) {
      execute(op);
    }
  }

  private long[] of(Value value) {
    if (value.definingOp() instanceof ConstantOp constant
        && constant.value() instanceof IntegerAttr number) {
      return all(number.longValue());
    }
    return values.get(value);
  }

  private long[] all(long number) {
    long[] numbers = new long[threads];
    Arrays.fill(numbers, number);
    return numbers;
  }

  private void execute(Operation op) {
    switch (op) {
      case ConstantOp _, YieldOp _ -> {}
      case ThreadIdOp id -> {
        long[] numbers = new long[threads];
        Arrays.setAll(numbers, i -> i);
        values.put(id.result(), numbers);
      }
      case AllocaOp alloca -> {
        Long place = SharedPlace.of(alloca);
        places.put(alloca.memref(), place == null ? end : place / 4);
        end += 512;
      }
      case AddIOp o -> binary(o, Long::sum);
      case MulIOp o -> binary(o, (a, b) -> a * b);
      case RemUIOp o -> binary(o, Long::remainderUnsigned);
      case XOrIOp o -> binary(o, (a, b) -> a ^ b);
      case CmpIOp o -> binary(o, (a, b) -> a == b ? 1 : 0);
      case BarrierOp _ -> waitForAll();
      case LoadOp load -> access(load.memref(), load.indices().getFirst(), 1, false);
      case StoreOp store -> access(store.memref(), store.indices().getFirst(), 1, true);
      case dev.azulejo.dialect.vector.StoreOp store ->
          access(store.base(), store.indices().getFirst(), 4, true);
      case ForOp loop -> {
        long step = of(loop.step())[0];
        for (long i = of(loop.lowerBound())[0]; i < of(loop.upperBound())[0]; i += step) {
          values.put(loop.inductionVar(), all(i));
          run(loop.body());
        }
      }
      case IfOp branch -> {
        if (of(branch.condition())[0] != 0) {
          run(branch.thenBlock());
        }
      }
      default -> throw new AssertionError("no rule for " + op.name());
    }
  }

  private void binary(Operation op, LongBinaryOperator rule) {
    long[] lhs = of(op.operand(0));
    long[] rhs = of(op.operand(1));
    long[] result = new long[threads];
    Arrays.setAll(result, i -> rule.applyAsLong(lhs[i], rhs[i]));
    values.put(op.result(0), result);
  }

  private void access(Value buffer, Value index, int count, boolean writes) {
    for (int thread = 0; thread < threads; thread++) {
      for (int i = 0; i < count; i++) {
        int at = (int) (places.get(buffer) + of(index)[thread] + i);
        races |= isOther(writers[at], thread) || (writes && isOther(readers[at], thread));
        int[] owners = writes ? writers : readers;
        owners[at] = isOther(owners[at], thread) ? SEVERAL : thread;
      }
    }
  }

  private static boolean isOther(int owner, int thread) {
    return owner != NOBODY && owner != thread;
  }
}
