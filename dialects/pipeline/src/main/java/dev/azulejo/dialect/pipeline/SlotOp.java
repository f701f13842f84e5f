// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
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
 * Which of {@code depth} versions of a buffer, or of {@code depth} barriers, the use of an ordinal
 * takes: the ordinal modulo the depth. The ordinal is not negative.
 */
@OpDef(name = "pipeline.slot", format = "$ordinal attr-dict")
@Example("%s = pipeline.slot %o {depth = 3}")
public abstract sealed class SlotOp extends Operation
    implements Pure, Foldable, NamesResults, Verified permits SlotOpImpl {

  /** The number of the use, from 0. */
  @Operand(Index.class)
  public abstract Value ordinal();

  /** How many versions there are. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr depth();

  /** The version. */
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes a slot. */
  public static SlotOp create(Inserter at, Value ordinal, long depth) {
    return SlotOpImpl.at(at)
        .operand(ordinal)
        .result(IndexType.INSTANCE)
        .attribute("depth", IntegerAttr.i64(depth))
        .create();
  }

  @Override
  public FoldResult fold() {
    if (depth().longValue() == 1) {
      return FoldResult.constant(IntegerAttr.index(0));
    }
    if (Constants.of(ordinal()) instanceof IntegerAttr known) {
      long slot = Math.floorMod(known.longValue(), depth().longValue());
      return FoldResult.constant(IntegerAttr.index(slot));
    }
    return FoldResult.unchanged();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "slot");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (depth().longValue() < 1) {
      diagnostics.report(error("needs a depth of at least 1"));
    }
  }
}
