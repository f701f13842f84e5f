// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.FastMathAttr;
import dev.azulejo.dialect.arith.FastMathAttribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/** The sine and the cosine of an angle in radians. */
@OpDef(
    name = "math.sincos",
    format = "$operand (`fastmath` `` $fastmath^)? attr-dict `:` type($operand)")
@TypeRule(target = "sin", from = "operand", rule = TypeOfAngle.class)
@TypeRule(target = "cos", from = "operand", rule = TypeOfAngle.class)
@Example("%s, %c = math.sincos %a : f32")
public abstract sealed class SincosOp extends Operation implements Pure, NamesResults
    permits SincosOpImpl {

  /** The angle. */
  @Operand(FloatLike.class)
  public abstract Value operand();

  /** The sine. */
  @Result(FloatLike.class)
  public abstract OpResult sin();

  /** The cosine. */
  @Result(FloatLike.class)
  public abstract OpResult cos();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static SincosOp create(Inserter at, Value operand) {
    return SincosOpImpl.at(at)
        .operand(operand)
        .result(operand.type())
        .result(operand.type())
        .create();
  }

  /** Makes one with freedoms. */
  public static SincosOp create(Inserter at, Value operand, FastMathAttr fastmath) {
    return SincosOpImpl.at(at)
        .operand(operand)
        .result(operand.type())
        .result(operand.type())
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(sin(), "sin");
    namer.accept(cos(), "cos");
  }
}
