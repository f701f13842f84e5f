// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.BoolAttribute;
import dev.azulejo.dialect.vector.constraint.SameAs;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.EnumWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The elements of a vector combined with all before them along a dimension. */
@OpDef(
    name = "vector.scan",
    format =
        "$kind `,` $source `,` $initialValue attr-dict `:` type($source) `,` type($initialValue)")
@TypeRule(target = "dest", from = "source", rule = SameAs.class)
@TypeRule(target = "accumulatedValue", from = "initialValue", rule = SameAs.class)
@Example(
    "%dest, %accumulated_value = vector.scan <add>, %v, %a {inclusive = true, reduction_dim = 0 :"
        + " i64} : vector<2x4xf32>, vector<4xf32>")
public abstract sealed class ScanOp extends Operation implements Pure, NamesResults, Verified
    permits ScanOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** What comes before the first elements. */
  @Operand(AnyVector.class)
  public abstract Value initialValue();

  /** The combined elements. */
  @Result(AnyVector.class)
  public abstract OpResult dest();

  /** What all elements along the dimension give. */
  @Result(AnyVector.class)
  public abstract OpResult accumulatedValue();

  /** How two elements become one. */
  @Attr(value = CombiningKindAttribute.class, name = "kind")
  public abstract CombiningKindAttr kindAttribute();

  /** Along which dimension. */
  @Attr(value = I64Attribute.class, name = "reduction_dim")
  public abstract IntegerAttr reductionDim();

  /** Is an element combined with itself, too? */
  @Attr(BoolAttribute.class)
  public abstract IntegerAttr inclusive();

  /** Makes one. */
  public static ScanOp create(
      Inserter at,
      CombiningKind kind,
      Value source,
      Value initialValue,
      long dimension,
      boolean inclusive) {
    return ScanOpImpl.at(at)
        .operand(source)
        .operand(initialValue)
        .result(source.type())
        .result(initialValue.type())
        .attribute("kind", new CombiningKindAttr(kind))
        .attribute("reduction_dim", IntegerAttr.i64(dimension))
        .attribute("inclusive", IntegerAttr.bool(inclusive))
        .create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(dest(), "dest");
    namer.accept(accumulatedValue(), "accumulated_value");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem(Vectors.type(source()), Vectors.type(initialValue()));
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(VectorType source, VectorType initial) {
    long dimension = reductionDim().longValue();
    int rank = source.rank();
    if (dimension < 0 || dimension >= rank) {
      return "reduction dimension %d has to be less than %d".formatted(dimension, rank);
    }
    if (initial.rank() != rank - 1) {
      return "initial value rank %d has to be equal to %d".formatted(initial.rank(), rank - 1);
    }
    int next = 0;
    for (int i = 0; i < rank; i++) {
      if (i != dimension && source.shape()[i] != initial.shape()[next++]) {
        return "incompatible input/initial value shapes";
      }
    }
    CombiningKind kind = kindAttribute().value();
    return kind.accepts(source.elementType())
        ? null
        : "unsupported reduction type '%s' for kind '%s'"
            .formatted(AsmText.ofType(source.elementType()), EnumWords.of(kind));
  }
}
