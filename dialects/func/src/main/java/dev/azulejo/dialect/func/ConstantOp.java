// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.analysis.SymbolTables;
import dev.azulejo.ir.analysis.SymbolUser;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.FlatSymbolRef;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ConstantLike;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/** A function as a value, for {@code func.call_indirect}. */
@OpDef(name = "func.constant", format = "attr-dict $value `:` type($result)")
@Example(
    """
    func.func private @g(f32) -> f32
    func.func @f() -> ((f32) -> f32) {
      %g = constant @g : (f32) -> f32
      return %g : (f32) -> f32
    }\
    """)
public abstract sealed class ConstantOp extends Operation
    implements Pure, ConstantLike, NamesResults, SymbolUser permits ConstantOpImpl {

  /** The name of the function. */
  @Attr(FlatSymbolRef.class)
  public abstract SymbolRefAttr value();

  /** The function. */
  @Result(AnyType.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ConstantOp create(Inserter at, SymbolRefAttr function, FunctionType type) {
    return ConstantOpImpl.at(at).attribute("value", function).result(type).create();
  }

  @Override
  public Attribute constantValue() {
    return value();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "f");
  }

  @Override
  public void verifySymbolUses(SymbolTables symbols, Diagnostics diagnostics) {
    if (!(symbols.find(this, value()) instanceof FuncOp function)) {
      diagnostics.report(error("reference to undefined function '%s'", value().root()));
    } else if (!function.functionType().equals(result().type())) {
      diagnostics.report(error("reference to function with mismatched type"));
    }
  }
}
