// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * Allocates an array of barriers and initialises each with the number of arrivals that completes a
 * phase. The first phase has number 0; all threads of the block see the barriers initialised.
 */
@OpDef(name = "barrier.alloc", customAssembly = true)
@Example("%full = barrier.alloc [1, 1, 1]")
public abstract sealed class AllocOp extends Operation
    implements Accessing, CustomAssembly, NamesResults, Verified permits AllocOpImpl {

  /** The arrivals of each barrier. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr counts();

  /** The barriers. */
  @Result(BarrierArray.class)
  public abstract OpResult array();

  /** Makes as many barriers as there are counts of arrivals. */
  public static AllocOp create(Inserter at, long... counts) {
    return AllocOpImpl.at(at)
        .result(BarrierArrayType.of(counts.length))
        .attribute("counts", DenseArrayAttr.ofI64(counts))
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    MutableLongList counts = LongLists.mutable.empty();
    Location location = parser.location();
    parser.list("[", "]", () -> counts.add(parser.integer()));
    if (counts.isEmpty() || counts.size() > BarrierArrayType.MAX_SIZE) {
      throw parser.error(
          location, "expected the arrivals of 1 to %d barriers", BarrierArrayType.MAX_SIZE);
    }
    state.attribute("counts", DenseArrayAttr.ofI64(counts.toArray()));
    parser.attributeDictionary(state);
    state.result(BarrierArrayType.of(counts.size()));
  }

  @Override
  public void print(OpPrinter printer) {
    String separator = " [";
    for (long count : counts().asLongs()) {
      printer.text(separator).number(count);
      separator = ", ";
    }
    printer.text("]");
    printer.attributeDictionary(this, Set.of("counts"));
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.allocate(array()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long[] counts = counts().asLongs();
    if (!array().type().equals(BarrierArrayType.of(counts.length))) {
      diagnostics.report(error("gives the arrivals of %d barriers", counts.length));
      return;
    }
    for (long count : counts) {
      if (count < 1 || count > Slot.MAX_COUNT) {
        diagnostics.report(
            error("can't wait for %d arrivals; 1 to %d are possible", count, Slot.MAX_COUNT));
        return;
      }
    }
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(array(), "barrier");
  }
}
