// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

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
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The products of each element of a vector with each of another, combined with a third one. */
@OpDef(name = "vector.outerproduct", customAssembly = true)
@Example("%0 = vector.outerproduct %v, %w, %a : vector<4xf32>, vector<8xf32>")
public abstract sealed class OuterProductOp extends Operation
    implements Pure, CustomAssembly, Maskable, Verified permits OuterProductOpImpl {

  /** The first vector. */
  @Operand(AnyVector.class)
  public abstract Value lhs();

  /** The second vector, or a scalar. */
  @Operand(AnyType.class)
  public abstract Value rhs();

  /** What the products are combined with, where it is given. */
  @Operand(AnyVector.class)
  public abstract Optional<Value> acc();

  /** The products. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** How products and accumulator are combined. */
  @Attr(value = CombiningKindAttribute.class, name = "kind", defaultValue = "add")
  public abstract CombiningKindAttr kindAttribute();

  /** Makes one; {@code acc} is null for none. */
  public static OuterProductOp create(
      Inserter at, CombiningKind kind, Value lhs, Value rhs, @Nullable Value acc) {
    return OuterProductOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .optionalOperand(acc)
        .result(resultType((VectorType) lhs.type(), rhs.type()))
        .attribute("kind", new CombiningKindAttr(kind))
        .create();
  }

  /** How products and accumulator are combined. */
  public CombiningKind kind() {
    return kindAttribute().value();
  }

  private static VectorType resultType(VectorType lhs, Type rhs) {
    if (!(rhs instanceof VectorType other) || lhs.rank() != 1 || other.rank() != 1) {
      return lhs;
    }
    return VectorType.of(
        new long[] {lhs.shape()[0], other.shape()[0]},
        new boolean[] {lhs.isScalable(0), other.isScalable(0)},
        lhs.elementType());
  }

  static void parse(OpParser parser, OperationState state) {
    Location place = parser.location();
    List<OpParser.Operand> operands = parser.operands();
    parser.attributeDictionary(state);
    parser.expect(":");
    Location typesAt = parser.location();
    List<Type> types = parser.types();
    if (operands.size() < 2) {
      throw parser.error(state.location(), "expected at least 2 operands");
    }
    if (types.size() != 2) {
      throw parser.error(typesAt, "expected 2 types");
    }
    if (!(types.getFirst() instanceof VectorType lhs)) {
      throw parser.error(typesAt, "expected vector type for operand #1");
    }
    VectorType result = resultType(lhs, types.get(1));
    state.operands(parser.resolve(operands.subList(0, 1), types.subList(0, 1), place));
    state.operands(parser.resolve(operands.subList(1, 2), types.subList(1, 2), place));
    List<OpParser.Operand> acc = operands.subList(2, operands.size());
    state.operands(parser.resolve(acc, Collections.nCopies(acc.size(), result), place));
    state.result(result);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operands(operands());
    printer.attributeDictionary(this, Set.of());
    printer.text(" : ").type(lhs().type()).text(", ").type(rhs().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem(Vectors.type(lhs()), Vectors.type(result()));
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(VectorType lhs, VectorType result) {
    if (!lhs.elementType().equals(result.elementType())) {
      return "failed to verify that lhs operand and result have same element type";
    }
    if (!Vectors.elementType(rhs()).equals(result.elementType())) {
      return "failed to verify that rhs operand and result have same element type";
    }
    if (lhs.rank() != 1) {
      return "expected 1-d vector for operand #1";
    }
    String problem =
        rhs().type() instanceof VectorType rhs ? problem(lhs, rhs, result) : scalar(lhs, result);
    if (problem != null) {
      return problem;
    }
    if (acc().isPresent() && !acc().get().type().equals(result)) {
      return "expected operand #3 of same type as result type";
    }
    return kind().accepts(result.elementType()) ? null : "unsupported outerproduct type";
  }

  private static @Nullable String problem(VectorType lhs, VectorType rhs, VectorType result) {
    if (rhs.rank() != 1) {
      return "expected 1-d vector for operand #2";
    }
    if (result.rank() != 2) {
      return "expected 2-d vector result";
    }
    if (lhs.shape()[0] != result.shape()[0]) {
      return "expected #1 operand dim to match result dim #1";
    }
    return rhs.shape()[0] == result.shape()[1]
        ? null
        : "expected #2 operand dim to match result dim #2";
  }

  private static @Nullable String scalar(VectorType lhs, VectorType result) {
    if (result.rank() != 1) {
      return "expected 1-d vector result";
    }
    return lhs.shape()[0] == result.shape()[0]
        ? null
        : "expected #1 operand dim to match result dim #1";
  }

  @Override
  public VectorType expectedMask() {
    return Vectors.withElements(Vectors.type(result()), IntegerType.I1);
  }
}
