// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmText;
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
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The elements of a vector in row-major order. */
@OpDef(name = "vector.to_elements", customAssembly = true)
@Example("%0:2 = vector.to_elements %v : vector<2xf32>")
public abstract sealed class ToElementsOp extends Operation
    implements Pure, CustomAssembly, Foldable, Verified permits ToElementsOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** The elements. */
  @Result(AnyType.class)
  public abstract List<OpResult> elements();

  /** Makes one. */
  public static ToElementsOp create(Inserter at, Value source) {
    return ToElementsOpImpl.at(at).operand(source).results(elements(source.type())).create();
  }

  private static List<Type> elements(Type type) {
    return type instanceof VectorType vector
        ? Collections.nCopies((int) vector.elementCount(), vector.elementType())
        : List.of();
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand source = parser.operand();
    parser.attributeDictionary(state);
    parser.expect(":");
    Type type = parser.type();
    state.operand(parser.resolve(source, type));
    state.results(elements(type));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(source());
    printer.attributeDictionary(this, Set.of());
    printer.text(" : ").type(source().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!resultTypes().equals(elements(source().type()))) {
      diagnostics.report(
          error(
              "expected one result for each element, of type '%s'",
              AsmText.ofType(Vectors.elementType(source()))));
    }
  }

  /** The elements that a vector was made of. */
  @Override
  public FoldResult fold() {
    if (!(source().definingOp() instanceof FromElementsOp from)) {
      return FoldResult.unchanged();
    }
    List<FoldResult.Folded> elements = new ArrayList<>();
    for (Value element : from.elements()) {
      elements.add(new FoldResult.Folded.Existing(element));
    }
    return new FoldResult.Replaced(elements);
  }
}
