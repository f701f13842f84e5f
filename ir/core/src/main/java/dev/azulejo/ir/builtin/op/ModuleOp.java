// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.op;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.DefaultDialect;
import dev.azulejo.ir.trait.GraphRegion;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.NoTerminator;
import dev.azulejo.ir.trait.SymbolTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file of IR, or a piece of one: the symbols that belong together. */
@OpDef(name = "builtin.module", customAssembly = true)
@Example(
    """
    builtin.module @name {
    }\
    """)
public abstract sealed class ModuleOp extends Operation
    implements RecursiveEffects,
        CustomAssembly,
        DefaultDialect,
        GraphRegion,
        IsolatedFromAbove,
        NoTerminator,
        SymbolTable,
        Verified
    permits ModuleOpImpl {

  /** Its name. */
  @Attr(value = StringAttribute.class, name = "sym_name")
  public abstract Optional<StringAttr> symName();

  /** Who may refer to it. */
  @Attr(value = StringAttribute.class, name = "sym_visibility")
  public abstract Optional<StringAttr> visibility();

  /** What is in it. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();

  /** The schema of modules, for parsers that make one around a file. */
  public static OpSchema schemaOfModules() {
    return ModuleOpImpl.SCHEMA;
  }

  static void parse(OpParser parser, OperationState state) {
    String name = parser.acceptSymbolName();
    if (name != null) {
      state.attribute("sym_name", StringAttr.of(name));
    }
    parser.attributeDictionaryWithKeyword(state);
    Region region = parser.region(List.of());
    if (region.isEmpty()) {
      region.appendBlock();
    }
    state.region(region);
  }

  @Override
  public void print(OpPrinter printer) {
    symName().ifPresent(name -> printer.text(" ").symbolName(name.value()));
    printer.attributeDictionaryWithKeyword(this, Set.of("sym_name"));
    printer.region(body(), false, true);
  }

  @Override
  public String defaultDialect() {
    return BuiltinDialect.NAME;
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!body().entry().arguments().isEmpty()) {
      diagnostics.report(error("region should have no arguments"));
      return;
    }
    for (NamedAttribute entry : discardableAttributes()) {
      if (entry.name().indexOf('.') < 0) {
        diagnostics.report(
            error(
                "can only contain attributes with dialect-prefixed names, found: '%s'",
                entry.name()));
        return;
      }
    }
  }
}
