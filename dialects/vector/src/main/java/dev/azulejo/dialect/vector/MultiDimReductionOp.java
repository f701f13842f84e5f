// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Arrays;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** The elements of a vector combined along some of its dimensions. */
@OpDef(
    name = "vector.multi_reduction",
    format =
        "$kind `,` $source `,` $acc attr-dict $reduction_dims `:` type($source) `to` type($dest)",
    sameTypes = {"acc", "dest"})
@Example("%0 = vector.multi_reduction <add>, %v, %a [0] : vector<2x4xf32> to vector<4xf32>")
public abstract sealed class MultiDimReductionOp extends Operation
    implements Pure, Maskable, Verified permits MultiDimReductionOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** What is combined with the elements first. */
  @Operand(AnyType.class)
  public abstract Value acc();

  /** The vector, or the element, of the dimensions that are left. */
  @Result(AnyType.class)
  public abstract OpResult dest();

  /** How two elements become one. */
  @Attr(value = CombiningKindAttribute.class, name = "kind")
  public abstract CombiningKindAttr kindAttribute();

  /** Along which dimensions. */
  @Attr(value = I64ArrayAttribute.class, name = "reduction_dims")
  public abstract DenseArrayAttr reductionDims();

  /** Makes one. */
  public static MultiDimReductionOp create(
      Inserter at, CombiningKind kind, Value source, Value acc, long... dimensions) {
    return MultiDimReductionOpImpl.at(at)
        .operand(source)
        .operand(acc)
        .result(acc.type())
        .attribute("kind", new CombiningKindAttr(kind))
        .attribute("reduction_dims", DenseArrayAttr.ofI64(dimensions))
        .create();
  }

  /** How two elements become one. */
  public CombiningKind kind() {
    return kindAttribute().value();
  }

  private Type leftType() {
    VectorType from = Vectors.type(source());
    boolean[] reduced = new boolean[from.rank()];
    for (long dimension : reductionDims().asLongs()) {
      if (dimension >= 0 && dimension < reduced.length) {
        reduced[(int) dimension] = true;
      }
    }
    MutableLongList shape = LongLists.mutable.empty();
    boolean[] scalable = new boolean[reduced.length];
    for (int i = 0; i < reduced.length; i++) {
      if (!reduced[i]) {
        scalable[shape.size()] = from.isScalable(i);
        shape.add(from.shape()[i]);
      }
    }
    return shape.isEmpty()
        ? from.elementType()
        : VectorType.of(shape.toArray(), Arrays.copyOf(scalable, shape.size()), from.elementType());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!leftType().equals(dest().type())) {
      diagnostics.report(
          error(
              "destination type '%s' is incompatible with source type '%s'",
              AsmText.ofType(dest().type()), AsmText.ofType(source().type())));
    }
  }

  @Override
  public VectorType expectedMask() {
    return Vectors.withElements(Vectors.type(source()), IntegerType.I1);
  }
}
