// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Index arithmetic that is done at once where it can be. Constants stand in front of all that is
 * emitted, each once.
 */
final class IndexMath {
  private final OpResult one;
  private final Map<Long, OpResult> known = new LinkedHashMap<>();
  private final Map<IntegerAttr, OpResult> others = new LinkedHashMap<>();

  /** Arithmetic for what is emitted at a place from now on. */
  IndexMath(Inserter at) {
    one = ConstantOp.index(at, 1);
    known.put(1L, one);
  }

  /** Erases the constants that nobody came to use. */
  void finish() {
    for (OpResult constant : known.values()) {
      if (constant.owner().isUnused()) {
        constant.owner().erase();
      }
    }
    known.clear();
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
    return known.computeIfAbsent(value, v -> ConstantOp.index(Inserter.before(one.owner()), v));
  }

  /** A constant of any type. */
  Value constant(IntegerAttr value) {
    return others.computeIfAbsent(
        value, v -> ConstantOp.create(Inserter.before(one.owner()), v).result());
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

  Offset times(Inserter at, Offset offset, long factor) {
    return switch (offset) {
      case Offset.Constant constant -> Offset.of(constant.value() * factor);
      case Offset.Dynamic dynamic when factor == 1 -> dynamic;
      case Offset.Dynamic dynamic ->
          Offset.of(MulIOp.create(at, dynamic.value(), constant(factor)).result());
    };
  }

  Offset plus(Inserter at, Offset one, Offset other) {
    Long constant = other.constant();
    if (constant != null) {
      return plus(at, one, constant);
    }
    return one.constant() != null
        ? plus(at, other, one.constant())
        : Offset.of(AddIOp.create(at, value(one), value(other)).result());
  }

  Value less(Inserter at, Offset one, Offset other) {
    return CmpIOp.create(at, CmpIPredicate.SLT, value(one), value(other)).result();
  }
}
