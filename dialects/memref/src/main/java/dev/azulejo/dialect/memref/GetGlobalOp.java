// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.StaticMemRef;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.analysis.SymbolTables;
import dev.azulejo.ir.analysis.SymbolUser;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.constraint.FlatSymbolRef;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;

/** The buffer that a {@code memref.global} stands for. */
@OpDef(name = "memref.get_global", format = "$name `:` type($result) attr-dict")
@Example(
    """
    memref.global constant @weights : memref<2xf32> = dense<[1.0, 2.0]>
    %0 = memref.get_global @weights : memref<2xf32>\
    """)
public abstract sealed class GetGlobalOp extends Operation implements Pure, SymbolUser
    permits GetGlobalOpImpl {

  /** The name of the buffer. */
  @Attr(value = FlatSymbolRef.class, name = "name")
  public abstract SymbolRefAttr global();

  /** The buffer. */
  @Result(StaticMemRef.class)
  public abstract OpResult result();

  /** Makes one. */
  public static GetGlobalOp create(Inserter at, String global, MemRefType type) {
    return GetGlobalOpImpl.at(at).result(type).attribute("name", SymbolRefAttr.of(global)).create();
  }

  @Override
  public void verifySymbolUses(SymbolTables symbols, Diagnostics diagnostics) {
    if (!(symbols.find(this, global()) instanceof GlobalOp buffer)) {
      diagnostics.report(error("'%s' does not reference a valid global memref", global().root()));
    } else if (!buffer.type().equals(result().type())) {
      diagnostics.report(
          error(
              "result type '%s' does not match type '%s' of the global memref @%s",
              AsmText.ofType(result().type()), AsmText.ofType(buffer.type()), global().root()));
    }
  }
}
