// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.arith.FastMathAttr;
import dev.azulejo.dialect.arith.FastMathAttribute;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.EnumWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All elements of a vector as one, combined in any order that {@code fastmath} allows. */
@OpDef(
    name = "vector.reduction",
    format =
        "$kind `,` $vector (`,` $acc^)? (`fastmath` `` $fastmath^)? attr-dict `:` type($vector)"
            + " `into` type($dest)",
    sameTypes = {"acc", "dest"})
@Example("%0 = vector.reduction <add>, %v, %x : vector<4xf32> into f32")
public abstract sealed class ReductionOp extends Operation
    implements Pure, Foldable, Maskable, Verified permits ReductionOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value vector();

  /** What is combined with the elements first, where it is given. */
  @Operand(AnyType.class)
  public abstract Optional<Value> acc();

  /** The one element. */
  @Result(AnyType.class)
  public abstract OpResult dest();

  /** How two elements become one. */
  @Attr(value = CombiningKindAttribute.class, name = "kind")
  public abstract CombiningKindAttr kindAttribute();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one; {@code acc} is null for none. */
  public static ReductionOp create(
      Inserter at, CombiningKind kind, Value vector, @Nullable Value acc) {
    return ReductionOpImpl.at(at)
        .operand(vector)
        .optionalOperand(acc)
        .result(((VectorType) vector.type()).elementType())
        .attribute("kind", new CombiningKindAttr(kind))
        .create();
  }

  /** How two elements become one. */
  public CombiningKind kind() {
    return kindAttribute().value();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType from = Vectors.type(vector());
    if (!from.elementType().equals(dest().type())) {
      diagnostics.report(
          error("failed to verify that source operand and result have same element type"));
    } else if (from.rank() > 1) {
      diagnostics.report(error("unsupported reduction rank: %d", from.rank()));
    } else if (!kind().accepts(dest().type())) {
      diagnostics.report(
          error(
              "unsupported reduction type ''%s'' for kind '%s'",
              AsmText.ofType(dest().type()), EnumWords.of(kind())));
    }
  }

  /** The smallest, the largest or the common bits of equal elements is one of them. */
  @Override
  public FoldResult fold() {
    boolean isIdempotent =
        switch (kind()) {
          case MINUI, MINSI, MINNUMF, MAXUI, MAXSI, MAXNUMF, AND, OR, MAXIMUMF, MINIMUMF -> true;
          case ADD, MUL, XOR -> false;
        };
    Attribute element = Vectors.splatElement(Constants.of(vector()));
    return isIdempotent && acc().isEmpty() && element != null
        ? FoldResult.constant(element)
        : FoldResult.unchanged();
  }

  @Override
  public VectorType expectedMask() {
    return Vectors.withElements(Vectors.type(vector()), IntegerType.I1);
  }
}
