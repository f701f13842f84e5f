// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.op;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.List;
import java.util.Set;

/** Stands between values of different types while a conversion is under way. */
@OpDef(name = "builtin.unrealized_conversion_cast", customAssembly = true)
@Example("%b = builtin.unrealized_conversion_cast %a : i32 to i64")
public abstract sealed class UnrealizedConversionCastOp extends Operation
    implements Pure, CustomAssembly, Verified permits UnrealizedConversionCastOpImpl {

  /** The values that there are. */
  @Operand(AnyType.class)
  public abstract List<Value> inputs();

  /** The values that are wanted. */
  @Result(AnyType.class)
  public abstract List<OpResult> outputs();

  static void parse(OpParser parser, OperationState state) {
    Location location = parser.location();
    List<OpParser.Operand> inputs = parser.operands();
    if (inputs.isEmpty()) {
      state.operands(List.of());
    } else {
      parser.expect(":");
      state.operands(parser.resolve(inputs, parser.types(), location));
    }
    parser.expect("to");
    state.results(parser.types());
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    if (!inputs().isEmpty()) {
      printer.text(" ");
      printer.operands(inputs()).text(" : ");
      printer.typesOf(inputs());
    }
    printer.text(" to ");
    printer.typesOf(outputs());
    printer.attributeDictionary(this, Set.of());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (resultCount() == 0) {
      diagnostics.report(error("expected at least one result for cast operation"));
    }
  }
}
