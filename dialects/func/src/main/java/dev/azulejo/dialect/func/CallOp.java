// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.analysis.SymbolTables;
import dev.azulejo.ir.analysis.SymbolUser;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.DictionaryArray;
import dev.azulejo.ir.builtin.constraint.FlatSymbolRef;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls a function of the same symbol table by its name. */
@OpDef(
    name = "func.call",
    format = "$callee `(` $args `)` attr-dict `:` functional-type($args, results)")
@Example(
    """
    func.func private @g(f32) -> f32
    func.func @f(%x: f32) -> f32 {
      %y = call @g(%x) : (f32) -> f32
      return %y : f32
    }\
    """)
public abstract sealed class CallOp extends Operation implements UnknownEffects, SymbolUser
    permits CallOpImpl {

  /** The name of the function. */
  @Attr(FlatSymbolRef.class)
  public abstract SymbolRefAttr callee();

  /** What the caller says of each argument. */
  @Attr(value = DictionaryArray.class, name = "arg_attrs")
  public abstract Optional<ArrayAttr> argAttrs();

  /** What the caller says of each result. */
  @Attr(value = DictionaryArray.class, name = "res_attrs")
  public abstract Optional<ArrayAttr> resAttrs();

  /** Must the call stay a call? */
  @Attr(value = UnitAttribute.class, name = "no_inline")
  public abstract boolean noInline();

  /** The arguments. */
  @Operand(AnyType.class)
  public abstract List<Value> args();

  /** What the function returns. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** Makes one that calls a function. */
  public static CallOp create(Inserter at, FuncOp callee, List<? extends Value> args) {
    SymbolRefAttr name = SymbolRefAttr.of(callee.symName().value());
    return create(at, name, callee.functionType().results(), args);
  }

  /** Makes one that calls the function of a name, which returns values of these types. */
  public static CallOp create(
      Inserter at,
      SymbolRefAttr callee,
      List<? extends Type> resultTypes,
      List<? extends Value> args) {
    return CallOpImpl.at(at)
        .operands(args)
        .attribute("callee", callee)
        .results(resultTypes)
        .create();
  }

  @Override
  public void verifySymbolUses(SymbolTables symbols, Diagnostics diagnostics) {
    if (!(symbols.find(this, callee()) instanceof FuncOp function)) {
      diagnostics.report(error("'%s' does not reference a valid function", callee().root()));
      return;
    }
    FunctionType type = function.functionType();
    if (verifyArguments(type.inputs(), diagnostics)) {
      verifyResults(type.results(), diagnostics);
    }
  }

  private boolean verifyArguments(List<Type> wanted, Diagnostics diagnostics) {
    if (wanted.size() != operandCount()) {
      diagnostics.report(error("incorrect number of operands for callee"));
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      Type type = operand(i).type();
      if (!type.equals(wanted.get(i))) {
        diagnostics.report(
            error(
                "operand type mismatch: expected operand type '%s', but provided '%s' for operand"
                    + " number %d",
                AsmText.ofType(wanted.get(i)), AsmText.ofType(type), i));
        return false;
      }
    }
    return true;
  }

  private void verifyResults(List<Type> wanted, Diagnostics diagnostics) {
    if (wanted.size() != resultCount()) {
      diagnostics.report(error("incorrect number of results for callee"));
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!result(i).type().equals(wanted.get(i))) {
        diagnostics.report(
            error("result type mismatch at index %d", i)
                .note(location(), "      op result types: %s", quoted(resultTypes()))
                .note(location(), "function result types: %s", quoted(wanted)));
        return;
      }
    }
  }

  private static String quoted(List<Type> types) {
    List<String> texts = new ArrayList<>();
    for (Type type : types) {
      texts.add("'" + AsmText.ofType(type) + "'");
    }
    return String.join(", ", texts);
  }
}
