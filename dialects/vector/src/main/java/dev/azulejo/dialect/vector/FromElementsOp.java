// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.ElementTypeOf;
import dev.azulejo.dialect.vector.constraint.FixedVector;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A vector of elements in row-major order. */
@OpDef(name = "vector.from_elements", format = "$elements attr-dict `:` type($dest)")
@TypeRule(target = "elements", from = "dest", rule = ElementTypeOf.class)
@Example("%0 = vector.from_elements %x, %y : vector<2xf32>")
public abstract sealed class FromElementsOp extends Operation
    implements Pure, Foldable, Canonicalizable, Verified permits FromElementsOpImpl {

  /** The elements. */
  @Operand(AnyType.class)
  public abstract List<Value> elements();

  /** The vector. */
  @Result(FixedVector.class)
  public abstract OpResult dest();

  /** Makes one. */
  public static FromElementsOp create(
      Inserter at, VectorType type, List<? extends Value> elements) {
    return FromElementsOpImpl.at(at).operands(elements).result(type).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long wanted = Vectors.type(dest()).elementCount();
    if (elements().size() != wanted) {
      diagnostics.report(
          error(
              "number of operands and types do not match: got %d operands and %d types",
              elements().size(), wanted));
    }
  }

  /** All elements of a vector in order are that vector; constants are a constant. */
  @Override
  public FoldResult fold() {
    List<Value> elements = elements();
    if (!elements.isEmpty()
        && elements.getFirst().definingOp() instanceof ToElementsOp whole
        && whole.source().type().equals(dest().type())
        && elements.equals(whole.results())) {
      return FoldResult.value(whole.source());
    }
    List<BigInteger> numbers = new ArrayList<>();
    for (Value element : elements) {
      switch (Constants.of(element)) {
        case IntegerAttr number -> numbers.add(number.value());
        case FloatAttr number -> numbers.add(number.bits());
        case null, default -> {
          return FoldResult.unchanged();
        }
      }
    }
    return numbers.isEmpty()
        ? FoldResult.unchanged()
        : FoldResult.constant(DenseElementsAttr.of(Vectors.type(dest()), numbers));
  }

  /** One element several times is a repetition. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    List<Value> elements = elements();
    if (elements.isEmpty()) {
      return false;
    }
    Value first = elements.getFirst();
    for (Value element : elements) {
      if (element != first) {
        return false;
      }
    }
    rewriter.replace(this, BroadcastOp.create(rewriter.before(this), Vectors.type(dest()), first));
    return true;
  }
}
