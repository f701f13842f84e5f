// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts the larger of two elements in the place of each element of a region, in one piece: its own
 * and the one of a region on chip. NaN wins. Elements are converted to the type of the target first
 * where the types differ, as {@code tile.copy} converts them. Of a global target that lies outside
 * of it nothing changes. The old contents are not seen.
 */
@OpDef(name = "tile.atomic_max", customAssembly = true)
@Example("tile.atomic_max %m -> %M[%i] : memref<64xi32, \"fragment\"> to memref<256xi32>")
public abstract sealed class AtomicMaxOp extends Operation
    implements Accessing, AtomicUpdate, CustomAssembly, Rebasable, Verified
    permits AtomicMaxOpImpl {

  @Override
  @Operand(Buffer.class)
  public abstract Value source();

  @Override
  @Operand(Index.class)
  public abstract List<Value> sourceIndices();

  @Override
  @Operand(Buffer.class)
  public abstract Value target();

  @Override
  @Operand(Index.class)
  public abstract List<Value> targetIndices();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr sourceOffsets();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr sourceSizes();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetOffsets();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetSizes();

  /** Makes one between two regions whose offsets and sizes are written out. */
  public static AtomicMaxOp create(Inserter at, BufferRegion source, BufferRegion target) {
    return AtomicMaxOpImpl.at(at)
        .operand(source.buffer())
        .operands(MixedIndices.values(source.offsets()))
        .operand(target.buffer())
        .operands(MixedIndices.values(target.offsets()))
        .attribute("sourceOffsets", MixedIndices.constants(source.offsets()))
        .attribute("sourceSizes", DenseArrayAttr.ofI64(source.sizes()))
        .attribute("targetOffsets", MixedIndices.constants(target.offsets()))
        .attribute("targetSizes", DenseArrayAttr.ofI64(target.sizes()))
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    Copying.parse(parser, state);
  }

  @Override
  public void print(OpPrinter printer) {
    printCopy(printer, this);
  }

  @Override
  public String does() {
    return "compares";
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    AtomicUpdate.accesses(this, sink);
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    Copying.rebase(this, buffer, versioned, slot);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    verifyUpdate(this, diagnostics);
  }
}
