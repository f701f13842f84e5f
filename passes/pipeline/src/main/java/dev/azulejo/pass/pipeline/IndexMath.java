// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Index arithmetic that is done at once where it can be. Constants stand in front of the loop, each
 * once.
 */
final class IndexMath {
  private final Inserter constants;
  private final Map<Long, Value> known = new HashMap<>();

  IndexMath(Inserter constants) {
    this.constants = constants;
  }

  /** A value as an offset: a constant if it is one. */
  static Offset of(Offset offset) {
    return offset instanceof Offset.Dynamic dynamic
            && Constants.of(dynamic.value()) instanceof IntegerAttr constant
        ? Offset.of(constant.longValue())
        : offset;
  }

  Value value(Offset offset) {
    return switch (offset) {
      case Offset.Constant constant -> constant(constant.value());
      case Offset.Dynamic dynamic -> dynamic.value();
    };
  }

  Value constant(long value) {
    return known.computeIfAbsent(value, v -> ConstantOp.index(constants, v));
  }

  Offset plus(Inserter at, Offset offset, long addend) {
    return switch (offset) {
      case Offset.Constant constant -> Offset.of(constant.value() + addend);
      case Offset.Dynamic dynamic when addend == 0 -> dynamic;
      case Offset.Dynamic dynamic ->
          Offset.of(AddIOp.create(at, dynamic.value(), constant(addend)).result());
    };
  }

  Offset minus(Inserter at, Offset from, Offset what) {
    Long constant = what.constant();
    if (constant != null) {
      return plus(at, from, -constant);
    }
    return from.equals(what)
        ? Offset.of(0)
        : Offset.of(SubIOp.create(at, value(from), value(what)).result());
  }

  /** Is one less than the other? Null where only the running program knows. */
  static @Nullable Boolean isLess(Offset one, Offset other) {
    Long left = one.constant();
    Long right = other.constant();
    return left == null || right == null ? null : Boolean.valueOf(left < right);
  }

  Value less(Inserter at, Offset one, Offset other) {
    return CmpIOp.create(at, CmpIPredicate.SLT, value(one), value(other)).result();
  }
}
