// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.TypeRule;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sets every element of a region to one value. In global memory, elements outside of the buffer are
 * not written.
 */
@OpDef(name = "tile.fill", customAssembly = true)
@TypeRule(target = "value", from = "target", rule = ElementTypeOf.class)
@Example("tile.fill %acc, %zero : memref<128x128xf32, \"fragment\">")
public abstract sealed class FillOp extends Operation
    implements Accessing, CustomAssembly, Rebasable, Verified permits FillOpImpl {

  /** The buffer. */
  @Operand(Buffer.class)
  public abstract Value target();

  /** The offsets that are values. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** The value; its type is the buffer's element type. */
  @Operand(AnyType.class)
  public abstract Value value();

  /** The offsets that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr offsets();

  /** The sizes. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr sizes();

  /** Makes a fill of a region whose offsets and sizes are written out. */
  public static FillOp create(Inserter at, BufferRegion region, Value value) {
    return FillOpImpl.at(at)
        .operand(region.buffer())
        .operands(MixedIndices.values(region.offsets()))
        .operand(value)
        .attribute("offsets", MixedIndices.constants(region.offsets()))
        .attribute("sizes", DenseArrayAttr.ofI64(region.sizes()))
        .create();
  }

  /** What is written. */
  public BufferRegion region() {
    return RegionOperand.region(target(), indices(), offsets(), sizes());
  }

  static void parse(OpParser parser, OperationState state) {
    RegionOperand region = RegionOperand.parse(parser);
    parser.expect(",");
    OpParser.Operand value = parser.operand();
    parser.attributeDictionary(state);
    parser.expect(":");
    Type type = parser.type();
    if (!(type instanceof MemRefType memref)) {
      throw parser.error(region.location(), "expected the type of a memref");
    }
    long[] sizes = region.sizes(type);
    if (sizes == null) {
      throw parser.error(region.location(), "needs the region's sizes: [offsets][sizes]");
    }
    state.attribute("offsets", region.resolve(parser, state, type));
    state.attribute("sizes", DenseArrayAttr.ofI64(sizes));
    state.operand(parser.resolve(value, memref.elementType()));
  }

  @Override
  public void print(OpPrinter printer) {
    RegionOperand.print(printer.text(" "), region(), true);
    printer.text(", ");
    printer.operand(value());
    printer.attributeDictionary(this, Set.of("offsets", "sizes"));
    printer.text(" : ").type(target().type());
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(BufferAccess.write(region()));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    if (target() == buffer) {
      RegionOperand.rebase(this, 0, "offsets", "sizes", versioned, slot);
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    RegionOperand.verify(this, "the target", target(), indices(), offsets(), sizes(), diagnostics);
  }
}
