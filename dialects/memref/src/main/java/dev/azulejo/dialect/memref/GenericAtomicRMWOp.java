// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.MemRefOfNumbers;
import dev.azulejo.dialect.memref.constraint.SignlessIntegerOrFloat;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
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
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ImplicitTerminator;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads an element, computes another from it and writes that back as one step that nobody can come
 * between. The result is what was read. The body may run several times, so it has no effects.
 */
@OpDef(name = "memref.generic_atomic_rmw", customAssembly = true)
@Example(
    """
    %old = memref.generic_atomic_rmw %m[%i] : memref<4xf32> {
    ^bb0(%element: f32):
      memref.atomic_yield %element : f32
    }\
    """)
public abstract sealed class GenericAtomicRMWOp extends Operation
    implements Accessing, CustomAssembly, ImplicitTerminator, Verified, RegionVerified
    permits GenericAtomicRMWOpImpl {

  /** The buffer. */
  @Operand(MemRefOfNumbers.class)
  public abstract Value memref();

  /** Which element, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** What was read. */
  @Result(SignlessIntegerOrFloat.class)
  public abstract OpResult result();

  /** Computes what is written; its argument is what was read. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();

  /** Makes one; {@code body} writes at its inserter and returns what is to be written. */
  public static GenericAtomicRMWOp create(
      Inserter at, Value memref, List<? extends Value> indices, Body body) {
    Type element = ((MemRefType) memref.type()).elementType();
    Region region = new Region();
    Block block = region.appendBlock();
    block.addArgument(element, at.location());
    GenericAtomicRMWOp op =
        GenericAtomicRMWOpImpl.at(at)
            .operand(memref)
            .operands(indices)
            .result(element)
            .region(region)
            .create();
    Inserter inside = at.atEndOf(block);
    AtomicYieldOp.create(inside, body.build(inside, block.argument(0)));
    return op;
  }

  /** Writes the body. */
  @FunctionalInterface
  public interface Body {
    /** Writes at {@code at} and returns what is to be written for what was read. */
    Value build(Inserter at, BlockArgument element);
  }

  @Override
  public String terminatorName() {
    return AtomicYieldOp.NAME;
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    BufferRegion element = BufferRegion.element(memref(), MixedIndices.offsets(indices()));
    sink.accept(Access.read(element));
    sink.accept(Access.write(element));
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand memref = parser.operand();
    parser.expect("[");
    List<OpParser.Operand> indices = parser.operands();
    parser.expect("]");
    parser.expect(":");
    Location place = parser.location();
    if (!(parser.type() instanceof MemRefType type)) {
      throw parser.error(place, "invalid kind of type specified: expected builtin.memref");
    }
    state.operand(parser.resolve(memref, type));
    state.operands(
        parser.resolve(indices, Collections.nCopies(indices.size(), IndexType.INSTANCE), place));
    state.region(parser.region(List.of()));
    parser.attributeDictionary(state);
    state.result(type.elementType());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(memref()).text("[").operands(indices()).text("] : ");
    printer.type(memref().type());
    printer.region(body(), true, true);
    printer.attributeDictionary(this, Set.of());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!result().type().equals(((MemRefType) memref().type()).elementType())) {
      diagnostics.report(error("failed to verify that result type matches element type of memref"));
    } else if (body().entry().arguments().size() != 1) {
      diagnostics.report(error("expected single number of entry block arguments"));
    } else if (!body().entry().argument(0).type().equals(result().type())) {
      diagnostics.report(error("expected block argument of the same type result type"));
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    for (Operation op : body().entry()) {
      if (!Accesses.of(op).isEmpty()) {
        diagnostics.report(
            Diagnostic.error(
                op.location(),
                "body of 'memref.generic_atomic_rmw' should contain only operations with no side"
                    + " effects"));
        return;
      }
    }
  }
}
