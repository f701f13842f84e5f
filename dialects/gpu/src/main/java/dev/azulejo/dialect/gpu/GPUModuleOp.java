// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.dialect.gpu.constraint.Targets;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.NoTerminator;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.ir.trait.SymbolTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions that are compiled for a GPU together. */
@OpDef(name = GPUModuleOp.NAME, customAssembly = true)
@Example(
    """
    gpu.module @kernels {
    }\
    """)
public abstract sealed class GPUModuleOp extends Operation
    implements RecursiveEffects,
        CustomAssembly,
        IsolatedFromAbove,
        NoTerminator,
        Symbol,
        SymbolTable,
        Verified
    permits GPUModuleOpImpl {
  /** Its full name. */
  public static final String NAME = "gpu.module";

  private static final String TARGETS_ATTRIBUTE = "targets";

  /** Its name. */
  @Attr(value = StringAttribute.class, name = "sym_name")
  public abstract StringAttr symName();

  /** What it is compiled for. */
  @Attr(value = Targets.class, name = TARGETS_ATTRIBUTE)
  public abstract Optional<ArrayAttr> targets();

  /** The functions. */
  @dev.azulejo.ir.spec.Region
  public abstract Region bodyRegion();

  /** Makes one that is empty yet. */
  public static GPUModuleOp create(Inserter at, String name) {
    Region body = new Region();
    body.appendBlock();
    return GPUModuleOpImpl.at(at)
        .attribute(NAME_ATTRIBUTE, StringAttr.of(name))
        .region(body)
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    state.attribute(NAME_ATTRIBUTE, StringAttr.of(parser.symbolName()));
    if (parser.at("[")) {
      state.attribute(TARGETS_ATTRIBUTE, parser.attribute());
    }
    parser.attributeDictionaryWithKeyword(state);
    Region body = parser.region(List.of());
    if (body.isEmpty()) {
      body.appendBlock();
    }
    state.region(body);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").symbolName(symName().value());
    targets().ifPresent(targets -> printer.text(" ").attribute(targets));
    printer.attributeDictionaryWithKeyword(this, Set.of(NAME_ATTRIBUTE, TARGETS_ATTRIBUTE));
    printer.region(bodyRegion(), false, true);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!bodyRegion().entry().arguments().isEmpty()) {
      diagnostics.report(error("region should have no arguments"));
    }
  }
}
