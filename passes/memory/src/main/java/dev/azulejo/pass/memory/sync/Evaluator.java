// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.IndexCastUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.LaneIdOp;
import dev.azulejo.dialect.gpu.SubgroupIdOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.trait.Constants;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What values are in each thread of a block, as far as that can be known. Values that all threads
 * share may be anything; what is known of them is how they are made of each other.
 */
final class Evaluator {
  private static final int LANES = 32;

  private final LaunchOp launch;
  private final int threads;
  private final SharedBuffers buffers;
  private final Uniformity uniformity;
  private final Map<Value, Term.Symbol> symbols = new IdentityHashMap<>();

  /** Values that have been asked for; those of which nothing is known are there, with null. */
  private final Map<Value, @Nullable ThreadValue> known = new IdentityHashMap<>();

  Evaluator(LaunchOp launch, SharedBuffers buffers) {
    this.launch = launch;
    this.threads = Math.toIntExact(launch.threads().longValue());
    this.buffers = buffers;
    this.uniformity = new Uniformity(launch);
  }

  int threads() {
    return threads;
  }

  Uniformity uniformity() {
    return uniformity;
  }

  /** What a value is, or null where nothing is known. */
  @Nullable ThreadValue of(Value value) {
    if (known.containsKey(value)) {
      return known.get(value);
    }
    ThreadValue found = find(value);
    known.put(value, found);
    return found;
  }

  private @Nullable ThreadValue find(Value value) {
    if (Constants.of(value) instanceof IntegerAttr number) {
      return number.fitsLong() ? ThreadValue.of(number.longValue()) : null;
    }
    boolean isNumber = value.type() instanceof IndexType || value.type() instanceof IntegerType;
    if (!isNumber) {
      return null;
    }
    ThreadValue computed = value.definingOp() == null ? null : compute(value.definingOp());
    return computed != null || !uniformity.isUniform(value)
        ? computed
        : ThreadValue.of(Sum.of(symbol(value)));
  }

  /** The number that a value of all threads is. */
  private Term.Symbol symbol(Value value) {
    return symbols.computeIfAbsent(value, this::bounded);
  }

  private Term.Symbol bounded(Value value) {
    if (value instanceof BlockArgument argument) {
      Operation owner = argument.owner().parentOp();
      if (owner instanceof LaunchOp grid && grid == launch) {
        Long size = grid.sizes().get(argument.index()).constant();
        return new Term.Symbol(value, 0, size == null ? Long.MAX_VALUE : Math.max(0, size - 1));
      }
      if (owner instanceof ForOp loop && argument == loop.inductionVar()) {
        Long from = constant(loop.lowerBound());
        Long to = constant(loop.upperBound());
        return new Term.Symbol(
            value, from == null ? Long.MIN_VALUE : from, to == null ? Long.MAX_VALUE : to - 1);
      }
    }
    return new Term.Symbol(value, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** The number that a value is in all threads at any time, or null. */
  @Nullable Long constant(Value value) {
    ThreadValue all = of(value);
    return all == null ? null : all.single();
  }

  private @Nullable ThreadValue compute(Operation op) {
    return switch (op) {
      case ThreadIdOp id ->
          id.dimension() == Dimension.X ? byThread(thread -> thread) : ThreadValue.of(0);
      case LaneIdOp _ -> byThread(thread -> thread % LANES);
      case SubgroupIdOp _ -> byThread(thread -> thread / LANES);
      case AddIOp sum -> sum(sum.lhs(), sum.rhs(), 1);
      case SubIOp difference -> sum(difference.lhs(), difference.rhs(), -1);
      case IndexCastOp cast -> of(cast.in());
      case IndexCastUIOp cast -> of(cast.in());
      case TruncIOp cast -> of(cast.in());
      case ExtUIOp cast -> of(cast.in());
      case ExtSIOp cast -> cast.in().type().equals(IntegerType.I1) ? null : of(cast.in());
      case CmpIOp compare -> compare(compare);
      case SelectOp select -> select(select);
      case AddressOp address -> address(address);
      default -> binary(op);
    };
  }

  private ThreadValue byThread(LongUnaryOperator rule) {
    var all = new long[threads];
    for (int i = 0; i < threads; i++) {
      all[i] = rule.applyAsLong(i);
    }
    return ThreadValue.of(all);
  }

  private @Nullable ThreadValue sum(Value left, Value right, long factor) {
    ThreadValue lhs = of(left);
    ThreadValue rhs = of(right);
    if (lhs == null || rhs == null) {
      return null;
    }
    return lhs.plus(factor == 1 ? rhs : rhs.times(factor));
  }

  private @Nullable ThreadValue binary(Operation op) {
    LongBinaryOperator rule = IntegerRules.of(op);
    if (rule == null) {
      return null;
    }
    ThreadValue lhs = of(op.operand(0));
    ThreadValue rhs = of(op.operand(1));
    if (lhs == null || rhs == null) {
      return null;
    }
    return lhs.isKnown() && rhs.isKnown()
        ? byThread(thread -> rule.applyAsLong(lhs.known((int) thread), rhs.known((int) thread)))
        : withShared(op, lhs, rhs);
  }

  /** What an operation makes of numbers of which only what all threads share is not known. */
  private static @Nullable ThreadValue withShared(Operation op, ThreadValue lhs, ThreadValue rhs) {
    Long factor = IntegerRules.factor(op, rhs);
    if (factor != null) {
      return lhs.times(factor);
    }
    Long modulus = IntegerRules.modulus(op, rhs);
    if (modulus != null && lhs.isShared()) {
      return ThreadValue.of(lhs.shared().modulo(modulus));
    }
    Long left = op instanceof MulIOp ? lhs.single() : null;
    return left == null ? null : rhs.times(left);
  }

  private @Nullable ThreadValue compare(CmpIOp op) {
    ThreadValue lhs = of(op.lhs());
    ThreadValue rhs = lhs == null ? null : of(op.rhs());
    if (lhs == null || rhs == null) {
      return null;
    }
    // What both sides have in common decides nothing, where numbers are signed.
    CmpIPredicate predicate = op.comparison();
    boolean isSame = !predicate.isUnsigned() && lhs.shared().parts().equals(rhs.shared().parts());
    if (!isSame && !(lhs.isKnown() && rhs.isKnown())) {
      return null;
    }
    return byThread(thread -> {
      long left = lhs.known((int) thread);
      long right = rhs.known((int) thread);
      int order =
          predicate.isUnsigned() ? Long.compareUnsigned(left, right) : Long.compare(left, right);
      return predicate.holds(order) ? 1 : 0;
    });
  }

  private @Nullable ThreadValue select(SelectOp op) {
    ThreadValue condition = of(op.condition());
    ThreadValue then = condition == null ? null : of(op.trueValue());
    ThreadValue otherwise = then == null ? null : of(op.falseValue());
    if (condition == null || then == null || otherwise == null || !condition.isKnown()) {
      return null;
    }
    Long decided = condition.single();
    if (decided != null) {
      return decided != 0 ? then : otherwise;
    }
    if (!then.shared().parts().equals(otherwise.shared().parts())) {
      return null;
    }
    ThreadValue chosen =
        byThread(thread -> {
          int i = (int) thread;
          return condition.known(i) != 0 ? then.known(i) : otherwise.known(i);
        });
    return chosen.plus(ThreadValue.of(then.shared().withoutConstant()));
  }

  private @Nullable ThreadValue address(AddressOp op) {
    SharedBuffer buffer = buffers.of(op.buffer());
    return buffer == null ? null : place(op.buffer(), op.allIndices());
  }

  /** The address of an element of a buffer in shared memory, in bytes, or null. */
  @Nullable ThreadValue place(Value memory, List<Offset> indices) {
    SharedBuffer buffer = buffers.of(memory);
    Strides strides = memory.type() instanceof MemRefType type ? Strides.of(type) : null;
    if (buffer == null || strides == null || strides.rank() != indices.size()) {
      return null;
    }
    ThreadValue element = ThreadValue.of(strides.offset());
    for (int i = 0; i < indices.size(); i++) {
      ThreadValue index =
          switch (indices.get(i)) {
            case Offset.Constant(long number) -> ThreadValue.of(number);
            case Offset.Dynamic(Value value) -> of(value);
          };
      if (index == null || strides.stride(i) == MemRefType.DYNAMIC) {
        return null;
      }
      element = element.plus(index.times(strides.stride(i)));
    }
    long bits = SharedBuffers.elementBits(memory);
    return bits % Byte.SIZE != 0
        ? null
        : element.times(bits / Byte.SIZE).plus(ThreadValue.of(buffer.start())).in(buffer);
  }
}
