// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;

/** Divides a floating-point number by a scale and rounds it to a type with less room. */
@OpDef(name = "arith.scaling_truncf", customAssembly = true)
@Example("%r = arith.scaling_truncf %a, %s : f32, f8E8M0FNU to f8E4M3FN")
public abstract sealed class ScalingTruncFOp extends Operation
    implements Pure, CustomAssembly, Verified permits ScalingTruncFOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value in();

  /** The scale, of which only the exponent counts. */
  @Operand(FloatLike.class)
  public abstract Value scale();

  /** The scaled number in the other type. */
  @Result(FloatLike.class)
  public abstract OpResult out();

  /** The {@link RoundingMode}, where it is not that of the target. */
  @Attr(value = RoundingModeAttribute.class)
  public abstract Optional<IntegerAttr> roundingmode();

  /** What may be taken for granted. */
  @Attr(FastMathAttribute.class)
  public abstract Optional<FastMathAttr> fastmath();

  /** Makes one. */
  public static ScalingTruncFOp create(Inserter at, Value in, Value scale, Type out) {
    return ScalingTruncFOpImpl.at(at).operand(in).operand(scale).result(out).create();
  }

  static void parse(OpParser parser, OperationState state) {
    RoundingText.parse(parser, state, 2);
  }

  @Override
  public void print(OpPrinter printer) {
    RoundingText.print(printer, this);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verifyScaling(this, Casts::narrows, diagnostics);
  }
}
