// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.ReassociationAttribute;
import dev.azulejo.dialect.memref.constraint.StridedMemRef;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/** A buffer of which groups of neighbouring dimensions are seen as one dimension each. */
@OpDef(
    name = "memref.collapse_shape",
    format = "$src $reassociation attr-dict `:` type($src) `into` type($result)")
@Example("%0 = memref.collapse_shape %m [[0, 1]] : memref<?x4xf32> into memref<?xf32>")
public abstract sealed class CollapseShapeOp extends Operation
    implements Pure, ViewLike, Foldable, Canonicalizable, NamesResults, Verified
    permits CollapseShapeOpImpl {

  /** The buffer. */
  @Operand(StridedMemRef.class)
  public abstract Value src();

  /** The dimensions of the buffer that belong together, a group a dimension of the result. */
  @Attr(value = ReassociationAttribute.class, name = "reassociation")
  public abstract ArrayAttr reassociationAttribute();

  /** The same memory. */
  @Result(StridedMemRef.class)
  public abstract OpResult result();

  /** Makes one; the dimensions of a group must lie side by side. */
  public static CollapseShapeOp create(Inserter at, Value src, Reassociation groups) {
    MemRefType type = groups.collapse((MemRefType) src.type());
    if (type == null) {
      throw new IllegalArgumentException("the dimensions don't lie side by side");
    }
    return create(at, type, src, groups);
  }

  private static CollapseShapeOp create(
      Inserter at, MemRefType type, Value src, Reassociation groups) {
    return CollapseShapeOpImpl.at(at)
        .operand(src)
        .result(type)
        .attribute("reassociation", groups.attribute())
        .create();
  }

  /** The dimensions of the buffer that belong together, a group a dimension of the result. */
  public Reassociation reassociation() {
    return Reassociation.of(reassociationAttribute());
  }

  /** The type of the result. */
  public MemRefType type() {
    return (MemRefType) result().type();
  }

  @Override
  public Value viewSource() {
    return src();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "collapse_shape");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemRefType from = (MemRefType) src().type();
    if (from.rank() < type().rank()) {
      diagnostics.report(
          error(
              "has source rank %d and result rank %d. This is not a collapse (%d < %d).",
              from.rank(), type().rank(), from.rank(), type().rank()));
      return;
    }
    String problem = reassociation().problem(type().shape(), from.shape(), true);
    if (problem != null) {
      diagnostics.report(error("%s", problem));
      return;
    }
    MemRefType wanted = reassociation().collapse(from);
    if (wanted == null) {
      diagnostics.report(error("invalid source layout map or collapsing non-contiguous dims"));
    } else if (!wanted.equals(type())) {
      diagnostics.report(
          error(
              "expected collapsed type to be '%s' but found '%s'",
              AsmText.ofType(wanted), AsmText.ofType(type())));
    }
  }

  /** It undoes an expansion by the same groups. */
  @Override
  public FoldResult fold() {
    if (src().type().equals(result().type())) {
      return FoldResult.value(src());
    }
    return src().definingOp() instanceof ExpandShapeOp before
            && before.reassociationAttribute().equals(reassociationAttribute())
            && before.src().type().equals(result().type())
        ? FoldResult.value(before.src())
        : FoldResult.unchanged();
  }

  /** Two collapses are one, and a cast that forgets something can come later. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (src().definingOp() instanceof CollapseShapeOp before) {
      Reassociation groups = before.reassociation().groupedBy(reassociation());
      rewriter.replace(this, create(rewriter.before(this), type(), before.src(), groups));
      return true;
    }
    if (!(src().definingOp() instanceof CastOp cast) || !Casts.onlyForgets(cast)) {
      return false;
    }
    MemRefType known = reassociation().collapse((MemRefType) cast.source().type());
    if (known == null) {
      return false;
    }
    if (known.equals(type())) {
      rewriter.modify(this, () -> setOperand(0, cast.source()));
      return true;
    }
    Inserter at = rewriter.before(this);
    CollapseShapeOp made = create(at, known, cast.source(), reassociation());
    rewriter.replace(this, CastOp.create(at, type(), made.result()));
    return true;
  }
}
