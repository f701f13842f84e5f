// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Copying;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;
import java.util.List;

/** The code of tile operations: one loop each. */
final class TileDecoder {
  private final Decoder decoder;

  TileDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  Code decode(Operation op) {
    return switch (op) {
      case LaunchOp launch -> new LaunchDecoder(decoder).decode(launch);
      case AllocOp alloc -> alloc(alloc);
      case ViewOp view -> view(view);
      case CopyOp copy -> copy(copy, op.location());
      case AsyncCopyOp copy -> asyncCopy(copy);
      case FillOp fill -> fill(fill);
      case GemmOp gemm -> GemmDecoder.decode(gemm);
      case ReduceOp reduce -> ReduceDecoder.decode(reduce);
      case ParallelOp parallel -> new LaunchDecoder(decoder).decode(parallel);
      default -> throw Decoder.unsupported(op);
    };
  }

  static MemRefType memref(Value buffer, Operation op) {
    if (buffer.type() instanceof MemRefType type) {
      return type;
    }
    throw Decoder.unsupported(op);
  }

  private static Code alloc(AllocOp op) {
    MemRefType type = memref(op.buffer(), op);
    int to = Decoder.slot(op.buffer());
    long[] shape = type.shape();
    var element = Elements.of(type.elementType(), op);
    return frame -> frame.setObject(to, Buffer.poisoned(element, shape));
  }

  private static Code view(ViewOp op) {
    MemRefType type = memref(op.result(), op);
    MemRefType from = memref(op.source(), op);
    var element = Elements.of(type.elementType(), op);
    if (element.byteSize() != Elements.of(from.elementType(), op).byteSize()) {
      throw Decoder.unsupported(op);
    }
    int source = Decoder.slot(op.source());
    int to = Decoder.slot(op.result());
    long[] shape = type.shape();
    return frame -> frame.setObject(to, frame.buffer(source).reshaped(element, shape));
  }

  private static Code copy(Copying op, Location place) {
    BoxCode source = new BoxCode(op.sourceRegion());
    BoxCode target = new BoxCode(op.targetRegion());
    Conversion conversion = conversion(op);
    boolean fromGlobal = Space.of(op.source()) == Space.GLOBAL;
    boolean toGlobal = Space.of(op.target()) == Space.GLOBAL;
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box from = source.in(frame);
      Box to = target.in(frame);
      if (fromGlobal) {
        Touch.readRace(machine, from, place);
      } else {
        Touch.read(machine, from, place);
      }
      if (toGlobal) {
        Touch.race(machine, to, place);
      } else {
        Touch.write(machine, to, place);
      }
      move(from, to, conversion);
    };
  }

  private static Conversion conversion(Copying op) {
    Operation self = (Operation) op;
    Type from = memref(op.source(), self).elementType();
    Type to = memref(op.target(), self).elementType();
    Elements.of(from, self);
    Elements.of(to, self);
    return Conversion.of(from, to);
  }

  private static Code asyncCopy(AsyncCopyOp op) {
    BoxCode source = new BoxCode(op.sourceRegion());
    BoxCode target = new BoxCode(op.targetRegion());
    Conversion conversion = conversion(op);
    Location place = op.location();
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box from = source.in(frame);
      Box to = target.in(frame);
      Touch.readRace(machine, from, place);
      Touch.write(machine, to, place);
      machine.copies().begin(from, to, place, () -> move(from, to, conversion));
    };
  }

  /**
   * Copies row by row. Both boxes have the same sizes but for ones in front, so their rows pair up;
   * what lies outside of the source reads as zero, and outside of the target is not written.
   */
  static void move(Box from, Box to, Conversion conversion) {
    Rows source = new Rows(from);
    Rows target = new Rows(to);
    while (source.next() && target.next()) {
      int first = target.firstInside();
      int end = target.endInside();
      int known = source.firstInside();
      int knownEnd = source.endInside();
      for (int i = first; i < end; i++) {
        boolean inside = i >= known && i < knownEnd;
        long bits = inside ? conversion.apply(from.buffer().bits(source.place() + i)) : 0;
        to.buffer().setBits(target.place() + i, bits);
      }
    }
  }

  private static Code fill(FillOp op) {
    BoxCode target = new BoxCode(op.region());
    boolean global = Space.of(op.target()) == Space.GLOBAL;
    int value = Decoder.slot(op.value());
    Location place = op.location();
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box box = target.in(frame);
      if (global) {
        Touch.race(machine, box, place);
      } else {
        Touch.write(machine, box, place);
      }
      long bits = frame.scalar(value);
      Rows rows = new Rows(box);
      while (rows.next()) {
        for (int i = rows.firstInside(); i < rows.endInside(); i++) {
          box.buffer().setBits(rows.place() + i, bits);
        }
      }
    };
  }

  /** Sizes that may be values, as code. */
  static int[] sizeSlots(List<Offset> sizes, long[] constants) {
    int[] slots = new int[sizes.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = -1;
      switch (sizes.get(i)) {
        case Offset.Constant constant -> constants[i] = constant.value();
        case Offset.Dynamic dynamic -> slots[i] = Decoder.slot(dynamic.value());
      }
    }
    return slots;
  }
}
