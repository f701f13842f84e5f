// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.ptx.CvtPairOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on numbers, or on each element of vectors. */
final class Elementwise {
  private final KernelWriter writer;
  private final IntegerOps integers;
  private final FloatOps floats;
  private final Casts casts;
  private final Bytes bytes;

  Elementwise(KernelWriter writer) {
    this.writer = writer;
    this.integers = new IntegerOps(writer);
    this.floats = new FloatOps(writer);
    this.casts = new Casts(writer);
    this.bytes = new Bytes(writer);
  }

  /** Converts an operation; returns whether it is one of these. */
  boolean convert(Operation op) throws Unconvertible {
    if (op.resultCount() != 1 || op.regionCount() > 0 || op.operandCount() == 0) {
      return false;
    }
    if (!(op.result(0).type() instanceof VectorType type)) {
      Type register = Scalars.register(op.result(0).type());
      for (Value operand : op.operands()) {
        if (register == null || Scalars.register(operand.type()) == null) {
          return false;
        }
      }
      Value result = register == null ? null : convert(op, bytes.widened(op), register);
      if (result == null) {
        return false;
      }
      writer.define(op.result(0), result);
      return true;
    }
    Lanes lanes = op instanceof TruncFOp ? pairs(op, type) : null;
    if (lanes == null) {
      lanes = lanes(op, type);
    }
    if (lanes == null) {
      return false;
    }
    writer.define(op.result(0), lanes);
    return true;
  }

  private @Nullable Value convert(Operation op, List<Value> in, Type type) throws Unconvertible {
    Value result = integers.convert(op, in);
    if (result == null) {
      result = floats.convert(op, in);
    }
    return result == null && in.size() == 1 ? casts.convert(op, in.getFirst(), type) : result;
  }

  private @Nullable Lanes lanes(Operation op, VectorType type) throws Unconvertible {
    int count = Lanes.count(type);
    List<List<Value>> operands = new ArrayList<>();
    for (Value operand : op.operands()) {
      if (operand.type() instanceof VectorType) {
        operands.add(writer.vector(operand).elements(writer));
      } else if (Scalars.register(operand.type()) != null) {
        operands.add(Collections.nCopies(count, writer.scalar(operand)));
      } else {
        return null;
      }
    }
    Type element = Scalars.register(type.elementType());
    if (element == null || Scalars.isByte(type.elementType())) {
      throw writer.failure("makes a %s, whose elements no registers hold", AsmText.ofType(type));
    }
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Value> in = new ArrayList<>();
      for (List<Value> operand : operands) {
        if (operand.size() != count) {
          return null;
        }
        in.add(operand.get(i));
      }
      Value result = convert(op, in, element);
      if (result == null) {
        return null;
      }
      elements.add(result);
    }
    return Lanes.ofElements(element, elements);
  }

  /** Two numbers at a time made narrower by one instruction. */
  private @Nullable Lanes pairs(Operation op, VectorType type) throws Unconvertible {
    boolean halves =
        type.elementType().equals(FloatType.F16) || type.elementType().equals(FloatType.BF16);
    boolean fits =
        op.operand(0).type() instanceof VectorType from
            && from.elementType().equals(FloatType.F32)
            && Lanes.count(from) % 2 == 0;
    if (!halves || !fits || op.hasAttribute("roundingmode")) {
      return null;
    }
    String format = type.elementType().equals(FloatType.F16) ? "f16x2" : "bf16x2";
    List<Value> elements = writer.vector(op.operand(0)).elements(writer);
    List<Value> words = new ArrayList<>();
    for (int i = 0; i < elements.size(); i += 2) {
      words.add(
          CvtPairOp.create(
                  writer.at(), elements.get(i + 1), elements.get(i), IntegerType.I32, format)
              .result());
    }
    return Lanes.ofWords(type.elementType(), words);
  }
}
