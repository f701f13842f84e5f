// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a loop's body that are the remainder, by a constant, of something that grows by
 * one, and products of that with constants.
 */
final class Remainders {
  private final SumsOfIndex sums;
  private final Map<Value, Turn> turns = new LinkedHashMap<>();

  private Remainders(SumsOfIndex sums) {
    this.sums = sums;
    sums.loop()
        .walk(op -> {
          Turn turn = turn(op);
          if (turn != null && fits(turn)) {
            turns.put(turn.value(), turn);
          }
        });
  }

  /** Those of a loop that others use. */
  static List<Turn> of(SumsOfIndex sums) {
    var remainders = new Remainders(sums);
    List<Turn> used = new ArrayList<>();
    for (Turn turn : remainders.turns.values()) {
      if (remainders.isUsedByOthers(turn.value())) {
        used.add(turn);
      }
    }
    return used;
  }

  private boolean isUsedByOthers(Value value) {
    for (Use use : value.uses()) {
      Operation user = use.owner();
      if (user.resultCount() != 1 || !turns.containsKey(user.result(0))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Turn turn(Operation op) {
    return switch (op) {
      case RemUIOp rest -> turn(rest);
      case MulIOp product -> times(product.lhs(), number(product.rhs()), product.result());
      case ShLIOp shift -> {
        Long by = number(shift.rhs());
        yield by == null || by < 0 || by >= Integer.SIZE
            ? null
            : times(shift.lhs(), 1L << by, shift.result());
      }
      case IndexCastOp cast ->
          cast.in().type() instanceof IndexType ? times(cast.in(), 1L, cast.out()) : null;
      default -> null;
    };
  }

  private @Nullable Turn times(Value value, @Nullable Long factor, Value result) {
    Turn turn = turns.get(value);
    return turn == null || factor == null || factor <= 0 || factor > Integer.MAX_VALUE
        ? null
        : turn.times(factor, result);
  }

  /** The remainder of a number that goes up by one, and is known not to be negative. */
  private @Nullable Turn turn(RemUIOp rest) {
    Long size = number(rest.rhs());
    Long growth = sums.growth(rest.lhs());
    if (size == null || size < 2 || growth == null || growth != 1) {
      return null;
    }
    Start start = start(rest.lhs());
    return start == null || start.base() != null || start.number() < 0
        ? null
        : new Turn(rest.result(), start.number() % size, size, 1);
  }

  private static boolean fits(Turn turn) {
    long most =
        turn.value().type() instanceof IntegerType type
            ? (1L << (type.width() - 1)) - 1
            : Integer.MAX_VALUE;
    return turn.scale() <= most / turn.size();
  }

  // --- The first iteration ----------------------------------------------------------------------

  /** What a value is in the first iteration: a number, and a value unless that is null. */
  private record Start(@Nullable Value base, long number) {
    @Nullable Start plus(Start other) {
      return base != null && other.base != null
          ? null
          : new Start(base == null ? other.base : base, number + other.number);
    }

    @Nullable Start minus(Start other) {
      if (other.base == null) {
        return new Start(base, number - other.number);
      }
      return base == other.base ? new Start(null, number - other.number) : null;
    }
  }

  private @Nullable Start start(Value value) {
    if (value == sums.loop().inductionVar()) {
      return start(sums.loop().lowerBound());
    }
    Long number = number(value);
    if (number != null) {
      return new Start(null, number);
    }
    return switch (value.definingOp()) {
      case AddIOp sum when sums.contains(value) -> {
        Start left = start(sum.lhs());
        Start right = start(sum.rhs());
        yield left == null || right == null ? null : left.plus(right);
      }
      case SubIOp difference when sums.contains(value) -> {
        Start left = start(difference.lhs());
        Start right = start(difference.rhs());
        yield left == null || right == null ? null : left.minus(right);
      }
      case null, default -> new Start(value, 0);
    };
  }

  private static @Nullable Long number(Value value) {
    return Constants.of(value) instanceof IntegerAttr constant ? constant.longValue() : null;
  }
}
