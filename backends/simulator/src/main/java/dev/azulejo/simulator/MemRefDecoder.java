// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.memref.AllocOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.CastOp;
import dev.azulejo.dialect.memref.DeallocOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.AsyncCopies;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Arrays;
import java.util.List;

/** The code of single loads and stores. */
final class MemRefDecoder {
  private MemRefDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case LoadOp load -> load(load);
      case StoreOp store -> store(store);
      case AllocOp _, AllocaOp _ -> alloc(op);
      case DeallocOp _ -> _ -> {};
      case DimOp dim -> dim(dim);
      case CastOp cast -> {
        int from = Decoder.slot(cast.operand(0));
        int to = Decoder.slot(cast.result(0));
        yield frame -> frame.move(from, to);
      }
      default -> throw Decoder.unsupported(op);
    };
  }

  private static Code load(LoadOp op) {
    int buffer = Decoder.slot(op.memref());
    int[] slots = Decoder.slots(op.indices());
    Type type = TileDecoder.memref(op.memref(), op).elementType();
    Elements.of(type, op);
    int to = Decoder.slot(op.result());
    Location place = op.location();
    return frame -> {
      Buffer from = frame.buffer(buffer);
      int element = place(frame, from, slots, place);
      AsyncCopies copies = frame.machine().copies();
      if (!copies.isIdle()) {
        Touch.readRace(frame.machine(), point(frame, from, slots), place);
      }
      if (!from.isWritten(element)) {
        throw Touch.neverWritten(place, from, element);
      }
      frame.setScalar(to, Scalars.fromMemory(type, from.bits(element)));
    };
  }

  private static Code store(StoreOp op) {
    int value = Decoder.slot(op.value());
    int buffer = Decoder.slot(op.memref());
    int[] slots = Decoder.slots(op.indices());
    Elements.of(TileDecoder.memref(op.memref(), op).elementType(), op);
    Location place = op.location();
    return frame -> {
      Buffer to = frame.buffer(buffer);
      int element = place(frame, to, slots, place);
      if (!frame.machine().copies().isIdle()) {
        Touch.race(frame.machine(), point(frame, to, slots), place);
      }
      to.setBits(element, frame.scalar(value));
    };
  }

  private static int place(Frame frame, Buffer buffer, int[] slots, Location location) {
    long[] indices = new long[slots.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = frame.scalar(slots[i]);
    }
    int place = buffer.place(indices);
    if (place < 0) {
      throw new SimulationFailure(
          Diagnostic.error(
              location,
              "accesses element %s of a buffer of shape %s",
              Arrays.toString(indices),
              Arrays.toString(buffer.shape())));
    }
    return place;
  }

  private static Box point(Frame frame, Buffer buffer, int[] slots) {
    long[] offsets = new long[slots.length];
    long[] sizes = new long[slots.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = frame.scalar(slots[i]);
      sizes[i] = 1;
    }
    return new Box(buffer, offsets, sizes);
  }

  private static Code alloc(Operation op) {
    MemRefType type = TileDecoder.memref(op.result(0), op);
    var element = Elements.of(type.elementType(), op);
    int to = Decoder.slot(op.result(0));
    long[] shape = type.shape();
    List<Value> sizes = op.operandGroup(0);
    int[] slots = Decoder.slots(sizes);
    return frame -> {
      long[] extents = shape.clone();
      int next = 0;
      for (int i = 0; i < extents.length; i++) {
        if (extents[i] == MemRefType.DYNAMIC) {
          extents[i] = frame.scalar(slots[next++]);
        }
      }
      frame.setObject(to, Buffer.poisoned(element, extents));
    };
  }

  private static Code dim(DimOp op) {
    int buffer = Decoder.slot(op.operand(0));
    int index = Decoder.slot(op.operand(1));
    int to = Decoder.slot(op.result(0));
    Location place = op.location();
    return frame -> {
      Buffer from = frame.buffer(buffer);
      long dimension = frame.scalar(index);
      if (dimension < 0 || dimension >= from.rank()) {
        throw new SimulationFailure(
            Diagnostic.error(
                place, "asks for dimension %d of a buffer of rank %d", dimension, from.rank()));
      }
      frame.setScalar(to, from.shape((int) dimension));
    };
  }
}
