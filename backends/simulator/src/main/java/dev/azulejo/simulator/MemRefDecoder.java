// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.memref.AllocaScopeOp;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.CopyOp;
import dev.azulejo.dialect.memref.DeallocOp;
import dev.azulejo.dialect.memref.GenericAtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.PrefetchOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.Arrays;

/** The code of what loads and stores elements, one or all of a buffer. */
final class MemRefDecoder {
  private MemRefDecoder() {}

  static Code decode(Operation op, Decoder decoder) {
    return switch (op) {
      case LoadOp load -> load(load);
      case StoreOp store -> store(store);
      case CopyOp copy -> copy(copy);
      case AtomicRMWOp update -> AtomicDecoder.decode(update);
      case GenericAtomicRMWOp update -> AtomicDecoder.decode(update, decoder);
      case AllocaScopeOp scope -> new BlocksDecoder(decoder).decode(scope.body(), scope.results());
      case DeallocOp _, PrefetchOp _ -> _ -> {};
      default -> BufferDecoder.decode(op, decoder.program());
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
      touch.element(frame.machine(), from, element, false);
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
      touch.element(frame.machine(), to, element, true);
      to.setBits(element, frame.scalar(value));
    };
  }

  private static Code copy(CopyOp op) {
    memref(op.source(), op);
    memref(op.target(), op);
    int source = Decoder.slot(op.source());
    int target = Decoder.slot(op.target());
    var touch = new Touch(op.location());
    return frame -> {
      Buffer from = frame.buffer(source);
      Buffer to = frame.buffer(target);
      if (!Arrays.equals(from.shape(), to.shape())) {
        throw new SimulationFailure(
            Diagnostic.error(
                op.location(),
                "copies a buffer of shape %s to one of shape %s",
                Arrays.toString(from.shape()),
                Arrays.toString(to.shape())));
      }
      touch.read(frame.machine(), Box.whole(from), Touch.Edge.REFUSED);
      touch.write(frame.machine(), Box.whole(to), Touch.Edge.REFUSED);
      for (int i = 0; i < from.count(); i++) {
        to.setBits(i, from.bits(i));
      }
    };
  }

  /** The place of an element that may be touched: inside, and in no race. */
  static int place(Frame frame, Buffer buffer, int[] slots, Location location) {
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

  static Box point(Frame frame, Buffer buffer, int[] slots) {
    long[] offsets = new long[slots.length];
    long[] sizes = new long[slots.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = frame.scalar(slots[i]);
      sizes[i] = 1;
    }
    return new Box(buffer, offsets, sizes);
  }
}
