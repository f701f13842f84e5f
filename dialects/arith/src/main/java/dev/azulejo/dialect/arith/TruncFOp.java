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
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.Optional;

/** Rounds a floating-point number to a type with less room. */
@OpDef(name = "arith.truncf", customAssembly = true)
@Example("%r = arith.truncf %a to_nearest_even : f32 to f16")
public abstract sealed class TruncFOp extends Operation
    implements Pure, CustomAssembly, Verified, Foldable, Canonicalizable permits TruncFOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value in();

  /** The number in the other type. */
  @Result(FloatLike.class)
  public abstract OpResult out();

  /** The {@link RoundingMode}, where it is not that of the target. */
  @Attr(value = RoundingModeAttribute.class)
  public abstract Optional<IntegerAttr> roundingmode();

  /** What may be taken for granted. */
  @Attr(FastMathAttribute.class)
  public abstract Optional<FastMathAttr> fastmath();

  /** Makes one. */
  public static TruncFOp create(Inserter at, Value in, Type out) {
    return TruncFOpImpl.at(at).operand(in).result(out).create();
  }

  static void parse(OpParser parser, OperationState state) {
    RoundingText.parse(parser, state, 1);
  }

  @Override
  public void print(OpPrinter printer) {
    RoundingText.print(printer, this);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verify(this, Casts::narrows, diagnostics);
  }

  @Override
  public FoldResult fold() {
    FloatFormat from = ConstantFold.format(in().type());
    FloatFormat to = ConstantFold.format(out().type());
    if (in().definingOp() instanceof ExtFOp extension
        && FloatConversion.holdsAll(from, ConstantFold.format(extension.in().type()))) {
      Value source = extension.in();
      if (source.type().equals(out().type())) {
        return FoldResult.value(source);
      }
      if (Widths.of(source.type()) > Widths.of(out().type())) {
        setOperand(0, source);
        return FoldResult.inPlace();
      }
    }
    return ConstantFold.unary(this, a -> FloatConversion.lossless(from, to, a));
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    int exact = ConstantFold.format(in().type()).precision();
    if (roundingmode().isPresent()) {
      return false;
    }
    return switch (in().definingOp()) {
      case SIToFPOp conversion when Widths.of(conversion.in().type()) <= exact -> {
        rewriter.replace(
            this, SIToFPOp.create(rewriter.before(this), conversion.in(), out().type()));
        yield true;
      }
      case UIToFPOp conversion when Widths.of(conversion.in().type()) <= exact -> {
        rewriter.replace(
            this, UIToFPOp.create(rewriter.before(this), conversion.in(), out().type()));
        yield true;
      }
      case null, default -> false;
    };
  }
}
