// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.HashMap;
import java.util.Map;

/** What index arithmetic computes, worked out without the simulator. */
final class IndexEvaluation {
  private final Map<Value, Long> values = new HashMap<>();

  void put(Value value, long number) {
    values.put(value, number);
  }

  long get(Value value) {
    Long number = values.get(value);
    if (number == null) {
      throw new AssertionError("a value that is not computed");
    }
    return number;
  }

  void run(Operation op) {
    values.put(op.result(0), compute(op));
  }

  private long compute(Operation op) {
    if (op instanceof ConstantOp constant) {
      return constant.value() instanceof IntegerAttr number ? number.longValue() : 0;
    }
    long a = get(op.operand(0));
    long b = get(op.operand(1));
    return switch (op) {
      case AddIOp _ -> a + b;
      case SubIOp _ -> a - b;
      case MulIOp _ -> a * b;
      case DivUIOp _ -> Long.divideUnsigned(a, b);
      case RemUIOp _ -> Long.remainderUnsigned(a, b);
      case AndIOp _ -> a & b;
      case MinUIOp _ -> Long.compareUnsigned(a, b) < 0 ? a : b;
      case CmpIOp _ -> a != b ? 1 : 0;
      case SelectOp _ -> a != 0 ? b : get(op.operand(2));
      default -> throw new AssertionError(op.name());
    };
  }
}
