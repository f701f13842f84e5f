// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

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
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.constraint.AnyFunction;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.DictionaryArray;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls the function that a value is. */
@OpDef(name = "func.call_indirect", customAssembly = true)
@Example(
    """
    func.func @f(%g: (f32) -> f32, %x: f32) -> f32 {
      %y = call_indirect %g(%x) : (f32) -> f32
      return %y : f32
    }\
    """)
public abstract sealed class CallIndirectOp extends Operation
    implements UnknownEffects, CustomAssembly, Verified, Canonicalizable
    permits CallIndirectOpImpl {

  /** The function. */
  @Operand(AnyFunction.class)
  public abstract Value callee();

  /** The arguments. */
  @Operand(AnyType.class)
  public abstract List<Value> args();

  /** What the caller says of each argument. */
  @Attr(value = DictionaryArray.class, name = "arg_attrs")
  public abstract Optional<ArrayAttr> argAttrs();

  /** What the caller says of each result. */
  @Attr(value = DictionaryArray.class, name = "res_attrs")
  public abstract Optional<ArrayAttr> resAttrs();

  /** What the function returns. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** Makes one; the type of the callee says what it returns. */
  public static CallIndirectOp create(Inserter at, Value callee, List<? extends Value> args) {
    List<Type> results =
        callee.type() instanceof FunctionType function ? function.results() : List.of();
    return CallIndirectOpImpl.at(at).operand(callee).operands(args).results(results).create();
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand callee = parser.operand();
    parser.expect("(");
    Location place = parser.location();
    List<OpParser.Operand> args = parser.operands();
    parser.expect(")");
    parser.attributeDictionary(state);
    parser.expect(":");
    Location typePlace = parser.location();
    Type type = parser.type();
    if (!(type instanceof FunctionType function)) {
      throw parser.error(
          typePlace,
          "invalid kind of type specified: expected builtin.function, but found '%s'",
          AsmText.ofType(type));
    }
    if (args.size() != function.inputs().size()) {
      throw parser.error(
          place,
          "number of operands and types do not match: got %d operands and %d types",
          args.size(),
          function.inputs().size());
    }
    state.operand(parser.resolve(callee, function));
    state.operands(parser.resolve(args, function.inputs(), place));
    state.results(function.results());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ");
    printer.operand(callee()).text("(").operands(args()).text(")");
    printer.attributeDictionary(this, Set.of());
    printer.text(" : ").type(callee().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!(callee().type() instanceof FunctionType function)) {
      return;
    }
    List<Type> given = new ArrayList<>();
    for (Value value : args()) {
      given.add(value.type());
    }
    if (!given.equals(function.inputs())) {
      diagnostics.report(error("failed to verify that callee input types match argument types"));
    } else if (!resultTypes().equals(function.results())) {
      diagnostics.report(error("failed to verify that callee result types match result types"));
    }
  }

  /** A function that is known by name is called by name. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (!(Constants.of(callee()) instanceof SymbolRefAttr name)) {
      return false;
    }
    rewriter.replace(this, CallOp.create(rewriter.before(this), name, resultTypes(), args()));
    return true;
  }
}
