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
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Arrays;
import java.util.List;

/** The code of single loads and stores, and of memory that is not tiles'. */
final class MemRefDecoder {
  private MemRefDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case LoadOp load -> load(load);
      case StoreOp store -> store(store);
      case AllocOp alloc -> alloc(alloc, alloc.dynamicSizes());
      case AllocaOp alloc -> alloc(alloc, alloc.dynamicSizes());
      case DeallocOp _ -> _ -> {};
      case DimOp dim -> dim(dim);
      case CastOp cast -> cast(cast);
      default -> throw Decoder.unsupported(op);
    };
  }

  /** The type of a buffer, which is dense: the simulator has no others. */
  static MemRefType memref(Value buffer, Operation op) {
    if (buffer.type() instanceof MemRefType type && type.layout() == null) {
      return type;
    }
    throw Decoder.unsupported(op);
  }

  private static Code load(LoadOp op) {
    int buffer = Decoder.slot(op.memref());
    int[] slots = Decoder.slots(op.indices());
    Type type = memref(op.memref(), op).elementType();
    Elements.of(type, op);
    int to = Decoder.slot(op.result());
    var touch = new Touch(op.location());
    return frame -> {
      Buffer from = frame.buffer(buffer);
      int element = place(frame, from, slots, touch.place());
      if (!frame.machine().copies().isIdle()) {
        touch.readRace(frame.machine(), point(frame, from, slots));
      }
      if (!from.isWritten(element)) {
        throw touch.neverWritten(from, element);
      }
      frame.setScalar(to, Scalars.fromMemory(type, from.bits(element)));
    };
  }

  private static Code store(StoreOp op) {
    int value = Decoder.slot(op.value());
    int buffer = Decoder.slot(op.memref());
    int[] slots = Decoder.slots(op.indices());
    Elements.of(memref(op.memref(), op).elementType(), op);
    var touch = new Touch(op.location());
    return frame -> {
      Buffer to = frame.buffer(buffer);
      int element = place(frame, to, slots, touch.place());
      if (!frame.machine().copies().isIdle()) {
        touch.writeRace(frame.machine(), point(frame, to, slots));
      }
      to.setBits(element, frame.scalar(value));
    };
  }

  private static int place(Frame frame, Buffer buffer, int[] slots, Location location) {
    long place = 0;
    for (int i = 0; i < slots.length; i++) {
      long index = frame.scalar(slots[i]);
      if (index < 0 || index >= buffer.shape(i)) {
        throw outside(frame, buffer, slots, location);
      }
      place += index * buffer.stride(i);
    }
    return (int) place;
  }

  private static SimulationFailure outside(
      Frame frame, Buffer buffer, int[] slots, Location location) {
    return new SimulationFailure(
        Diagnostic.error(
            location,
            "accesses element %s of a buffer of shape %s",
            point(frame, buffer, slots).describeOffsets(),
            Arrays.toString(buffer.shape())));
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

  /** The code of any allocation; {@code sizes} are those of the dynamic dimensions. */
  static Code alloc(Operation op, List<? extends Value> sizes) {
    MemRefType type = memref(op.result(0), op);
    var element = Elements.of(type.elementType(), op);
    int to = Decoder.slot(op.result(0));
    long[] shape = type.shape();
    int[] slots = Decoder.slots(sizes);
    Location place = op.location();
    return frame -> {
      long[] extents = shape.clone();
      int next = 0;
      for (int i = 0; i < extents.length; i++) {
        if (extents[i] == MemRefType.DYNAMIC) {
          extents[i] = frame.scalar(slots[next++]);
        }
      }
      if (!Buffer.isPossible(element, extents)) {
        throw new SimulationFailure(
            Diagnostic.error(
                place,
                "allocates a buffer of shape %s; the simulator has none with negative sizes or of"
                    + " more than %d bytes",
                Arrays.toString(extents),
                Buffer.MAX_BYTES));
      }
      Buffer buffer = Buffer.poisoned(element, extents);
      frame.machine().work(place, buffer.count());
      frame.setObject(to, buffer);
    };
  }

  private static Code dim(DimOp op) {
    int buffer = Decoder.slot(op.operand(0));
    int index = Decoder.slot(op.operand(1));
    int to = Decoder.slot(op.result(0));
    Location place = op.location();
    memref(op.operand(0), op);
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

  private static Code cast(CastOp op) {
    memref(op.operand(0), op);
    long[] wanted = memref(op.result(0), op).shape();
    int from = Decoder.slot(op.operand(0));
    int to = Decoder.slot(op.result(0));
    Location place = op.location();
    return frame -> {
      long[] shape = frame.buffer(from).shape();
      for (int i = 0; i < shape.length; i++) {
        if (wanted[i] != MemRefType.DYNAMIC && wanted[i] != shape[i]) {
          throw new SimulationFailure(
              Diagnostic.error(
                  place,
                  "casts a buffer of shape %s to one of %d in dimension %d",
                  Arrays.toString(shape),
                  wanted[i],
                  i));
        }
      }
      frame.move(from, to);
    };
  }
}
