// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * Executes the region whose case is the value of its operand, or the default region. Its results
 * are what that region yields.
 */
@OpDef(name = "scf.index_switch", customAssembly = true)
@Example(
    """
    %r = scf.index_switch %i -> i32
    case 2 {
      scf.yield %x : i32
    }
    default {
      scf.yield %y : i32
    }\
    """)
public abstract sealed class IndexSwitchOp extends Operation
    implements RecursiveEffects, CustomAssembly, Verified, RegionVerified, Canonicalizable
    permits IndexSwitchOpImpl {
  private static final Set<String> SPELT = Set.of("cases");

  /** What is compared with the cases. */
  @Operand(Index.class)
  public abstract Value arg();

  /** What the executed region yields. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** The cases, in the order of their regions. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr cases();

  /** What is done where no case fits. */
  @dev.azulejo.ir.spec.Region
  public abstract Region defaultRegion();

  /** What is done in each case. */
  @dev.azulejo.ir.spec.Region
  public abstract List<Region> caseRegions();

  static void parse(OpParser parser, OperationState state) {
    state.operand(parser.resolve(parser.operand(), IndexType.INSTANCE));
    parser.attributeDictionary(state);
    if (parser.accept("->")) {
      state.results(parser.types());
    }
    MutableLongList cases = LongLists.mutable.empty();
    List<Region> regions = new ArrayList<>();
    while (parser.accept("case")) {
      cases.add(parser.integer());
      regions.add(parser.region(List.of()));
    }
    state.attribute("cases", DenseArrayAttr.ofI64(cases.toArray()));
    parser.expect("default");
    Region otherwise = parser.region(List.of());
    parser.ensureTerminator(otherwise, YieldOp.NAME, state.location());
    state.region(otherwise);
    regions.forEach(state::region);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ");
    printer.operand(arg()).attributeDictionary(this, SPELT);
    if (resultCount() > 0) {
      printer.text(" -> ").types(resultTypes());
    }
    // A space at the end of the line, as the field's tools print.
    printer.text(" ");
    long[] cases = cases().asLongs();
    for (int i = 0; i < cases.length; i++) {
      printer.newLine().text("case ").number(cases[i]);
      printer.region(caseRegions().get(i), false, true);
    }
    printer.newLine().text("default").region(defaultRegion(), false, resultCount() > 0);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long[] cases = cases().asLongs();
    if (cases.length != caseRegions().size()) {
      diagnostics.report(
          error("has %d case regions but %d case values", caseRegions().size(), cases.length));
      return;
    }
    Set<Long> seen = new HashSet<>();
    for (long value : cases) {
      if (!seen.add(value)) {
        diagnostics.report(error("has duplicate case value: %d", value));
        return;
      }
    }
    for (Region region : regions()) {
      Operation last = region.isEmpty() ? null : region.entry().last();
      if (last != null && !(last instanceof YieldOp)) {
        diagnostics.report(error("expected region to end with scf.yield, but got %s", last.name()));
        return;
      }
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    if (verifyYield("default region", defaultRegion(), diagnostics)) {
      for (int i = 0; i < caseRegions().size(); i++) {
        if (!verifyYield("case region #" + i, caseRegions().get(i), diagnostics)) {
          return;
        }
      }
    }
  }

  private boolean verifyYield(String name, Region region, Diagnostics diagnostics) {
    YieldOp end = YieldOp.endOf(region.entry());
    List<Value> values = end.values();
    if (values.size() != resultCount()) {
      diagnostics.report(
          error(
                  "expected each region to return %d values, but %s returns %d",
                  resultCount(), name, values.size())
              .note(end.location(), "see yield operation here"));
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      Type type = values.get(i).type();
      if (!type.equals(result(i).type())) {
        diagnostics.report(
            error(
                    "expected result #%d of each region to be '%s'",
                    i, AsmText.ofType(result(i).type()))
                .note(end.location(), "%s returns '%s' here", name, AsmText.ofType(type)));
        return false;
      }
    }
    return true;
  }

  /** The region that is executed for a value. */
  public Region regionFor(long value) {
    long[] cases = cases().asLongs();
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] == value) {
        return caseRegions().get(i);
      }
    }
    return defaultRegion();
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return Constants.of(arg()) instanceof IntegerAttr value
        && InlineDecidedRegion.inline(this, regionFor(value.longValue()), rewriter);
  }
}
