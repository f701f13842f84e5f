// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ImplicitTerminator;
import java.util.List;
import java.util.Set;

/** Ends the life of what {@code memref.alloca} makes in its body when the body ends. */
@OpDef(name = "memref.alloca_scope", customAssembly = true)
@Example(
    """
    %0 = memref.alloca_scope -> (f32) {
      memref.alloca_scope.return %x : f32
    }\
    """)
public abstract sealed class AllocaScopeOp extends Operation
    implements RecursiveEffects, CustomAssembly, ImplicitTerminator, RegionVerified
    permits AllocaScopeOpImpl {

  /** What the body hands over. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** What is done. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();

  /** Makes one around a body that exists. */
  public static AllocaScopeOp create(Inserter at, List<? extends Type> types, Region body) {
    return AllocaScopeOpImpl.at(at).results(types).region(body).create();
  }

  @Override
  public String terminatorName() {
    return AllocaScopeReturnOp.NAME;
  }

  static void parse(OpParser parser, OperationState state) {
    state.results(parser.optionalArrowTypes());
    Region body = parser.region(List.of());
    parser.ensureTerminator(body, AllocaScopeReturnOp.NAME, state.location());
    state.region(body);
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ");
    if (resultCount() > 0) {
      // A second space, as upstream prints.
      printer.text(" -> (").types(resultTypes()).text(")");
    }
    printer.region(body(), false, resultCount() > 0);
    printer.attributeDictionary(this, Set.of());
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    if (!body().entry().arguments().isEmpty()) {
      diagnostics.report(error("region should have no arguments"));
      return;
    }
    if (!(body().entry().last() instanceof AllocaScopeReturnOp end)) {
      return;
    }
    List<Value> handed = end.values();
    if (handed.size() != resultCount()) {
      diagnostics.report(
          error(
              "along control flow edge from Operation %s to parent: region branch point has %d"
                  + " operands, but region successor needs %d inputs",
              AllocaScopeReturnOp.NAME, handed.size(), resultCount()));
      return;
    }
    for (int i = 0; i < handed.size(); i++) {
      if (!handed.get(i).type().equals(result(i).type())) {
        diagnostics.report(
            error(
                "along control flow edge from Operation %s to parent: successor operand type #%d"
                    + " '%s' should match successor input type #%d '%s'",
                AllocaScopeReturnOp.NAME,
                i,
                AsmText.ofType(handed.get(i).type()),
                i,
                AsmText.ofType(result(i).type())));
        return;
      }
    }
  }
}
