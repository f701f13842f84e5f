// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.ExtFOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.SIToFPOp;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.arith.UIToFPOp;
import dev.azulejo.dialect.ptx.BfeOp;
import dev.azulejo.dialect.ptx.CvtPairOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers made into those of another type, two at a time where there is an instruction for it. */
final class Conversions {
  private Conversions() {}

  /** Converts what a copy moves: floats round to nearest even, integers keep their low bits. */
  static Lanes convert(Kernel kernel, Operation op, Inserter at, Lanes values, Type to)
      throws LoweringFailure {
    Type from = values.type();
    if (from.equals(to)) {
      return values;
    }
    Lanes pairs = narrowed(kernel, at, values, to);
    if (pairs != null) {
      return pairs;
    }
    List<Value> results = new ArrayList<>();
    for (Value value : values.elements(at, kernel.math())) {
      Value result = convert(at, value, to);
      if (result == null) {
        throw LoweringFailure.of(
            op,
            "a conversion from %s to %s is not known here; convert in a tile.parallel",
            AsmText.ofType(from),
            AsmText.ofType(to));
      }
      results.add(result);
    }
    return Lanes.of(to, results);
  }

  /** Pairs of f32 made f16 or bf16 together; null where they are none. */
  static @Nullable Lanes narrowed(Kernel kernel, Inserter at, Lanes values, Type to) {
    boolean isNarrow = to.equals(FloatType.F16) || to.equals(FloatType.BF16);
    if (!isNarrow || !values.type().equals(FloatType.F32) || values.count() % 2 != 0) {
      return null;
    }
    String pair = to.equals(FloatType.F16) ? "f16x2" : "bf16x2";
    List<Value> elements = values.elements(at, kernel.math());
    List<Value> words = new ArrayList<>();
    for (int i = 0; i < elements.size(); i += 2) {
      Value low = elements.get(i);
      Value high = elements.get(i + 1);
      words.add(CvtPairOp.create(at, high, low, IntegerType.I32, pair).result());
    }
    return Lanes.ofWords(to, values.count(), words);
  }

  /** Bytes in words made i32 by taking them out with their sign, or without; null for others. */
  static @Nullable Lanes widened(
      Kernel kernel, Inserter at, Lanes values, Type to, boolean unsigned) {
    if (!values.hasWords()
        || !to.equals(IntegerType.I32)
        || !(values.type() instanceof IntegerType type)
        || type.width() < Byte.SIZE) {
      return null;
    }
    ThreadMath math = kernel.math();
    List<Value> results = new ArrayList<>();
    for (Value word : values.words(at, math)) {
      for (int bit = 0; bit < Lanes.WORD; bit += type.width()) {
        Value first = math.constant(IntegerAttr.i32(bit));
        Value size = math.constant(IntegerAttr.i32(type.width()));
        BfeOp part = BfeOp.create(at, word, first, size);
        if (unsigned) {
          part.setAttribute("unsigned", UnitAttr.INSTANCE);
        }
        results.add(part.result());
      }
    }
    return Lanes.of(to, results);
  }

  private static @Nullable Value convert(Inserter at, Value value, Type to) {
    Type from = value.type();
    if (from instanceof FloatType source && to instanceof FloatType target) {
      return resized(at, value, source, target);
    }
    if (from instanceof IntegerType source && to instanceof IntegerType target) {
      if (target.width() < source.width()) {
        return TruncIOp.create(at, value, target).out();
      }
      return source.width() == 1
          ? ExtUIOp.create(at, value, target).out()
          : ExtSIOp.create(at, value, target).out();
    }
    if (from instanceof IntegerType source && to instanceof FloatType) {
      return source.width() == 1
          ? UIToFPOp.create(at, value, to).out()
          : SIToFPOp.create(at, value, to).out();
    }
    return null;
  }

  private static @Nullable Value resized(Inserter at, Value value, FloatType from, FloatType to) {
    if (to.width() < from.width()) {
      return TruncFOp.create(at, value, to).out();
    }
    if (to.width() > from.width()) {
      return ExtFOp.create(at, value, to).out();
    }
    Value wide = ExtFOp.create(at, value, FloatType.F32).out();
    return TruncFOp.create(at, wide, to).out();
  }
}
