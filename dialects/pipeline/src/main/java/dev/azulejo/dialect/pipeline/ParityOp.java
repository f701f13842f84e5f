// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/**
 * The parity of the phase that the use of an ordinal waits for: the number of turns through all
 * slots modulo two, or the other one where it is flipped. Producers flip, so that their first turn
 * passes without anyone having released a slot. The ordinal is not negative.
 */
@OpDef(name = "pipeline.parity", format = "$ordinal attr-dict")
@Example("%p = pipeline.parity %o {depth = 3, flipped}")
public abstract sealed class ParityOp extends Operation
    implements Pure, Foldable, NamesResults, Verified permits ParityOpImpl {

  /** The number of the use, from 0. */
  @Operand(Index.class)
  public abstract Value ordinal();

  /** How many slots there are. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr depth();

  /** Take the other parity. */
  @Attr(UnitAttribute.class)
  public abstract boolean flipped();

  /** The parity. */
  @Result(I1.class)
  public abstract OpResult result();

  /** Makes a parity. */
  public static ParityOp create(Inserter at, Value ordinal, long depth, boolean flipped) {
    return ParityOpImpl.at(at)
        .operand(ordinal)
        .result(IntegerType.I1)
        .attribute("depth", IntegerAttr.i64(depth))
        .attribute("flipped", flipped ? UnitAttr.INSTANCE : null)
        .create();
  }

  @Override
  public FoldResult fold() {
    if (Constants.of(ordinal()) instanceof IntegerAttr known) {
      long turn = Math.floorDiv(known.longValue(), depth().longValue());
      return FoldResult.constant(IntegerAttr.bool(Math.floorMod(turn, 2L) == 1 ^ flipped()));
    }
    return FoldResult.unchanged();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "parity");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (depth().longValue() < 1) {
      diagnostics.report(error("needs a depth of at least 1"));
    }
  }
}
