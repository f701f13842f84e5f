// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

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
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The same buffers, of which no two may be taken to overlap. */
@OpDef(name = "memref.distinct_objects", customAssembly = true)
@Example("%0:2 = memref.distinct_objects %a, %b : memref<4xf32>, memref<8xf32>")
public abstract sealed class DistinctObjectsOp extends Operation
    implements Pure, CustomAssembly, ViewLike, Verified permits DistinctObjectsOpImpl {

  /** The buffers. */
  @Operand(AnyMemRef.class)
  public abstract List<Value> operandValues();

  /** The same buffers. */
  @Result(AnyMemRef.class)
  public abstract List<OpResult> resultValues();

  /** Makes one. */
  public static DistinctObjectsOp create(Inserter at, List<? extends Value> buffers) {
    return DistinctObjectsOpImpl.at(at)
        .operands(buffers)
        .results(buffers.stream().map(Value::type).toList())
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    Location place = parser.location();
    List<OpParser.Operand> operands = parser.operands();
    parser.attributeDictionary(state);
    parser.expect(":");
    List<Type> types = parser.types();
    state.operands(parser.resolve(operands, types, place));
    state.results(types);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operands(operandValues());
    printer.attributeDictionary(this, Set.of());
    printer.text(" : ").typesOf(operandValues());
  }

  @Override
  public Value viewSource() {
    return operand(0);
  }

  @Override
  public Value viewSource(OpResult result) {
    return operand(result.index());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    List<Type> wanted = new ArrayList<>();
    for (Value operand : operandValues()) {
      wanted.add(operand.type());
    }
    if (wanted.isEmpty()) {
      diagnostics.report(error("expected at least one operand"));
    } else if (!wanted.equals(resultTypes())) {
      diagnostics.report(error("operand types and result types must match"));
    }
  }
}
