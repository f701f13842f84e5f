// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.AssumeAlignmentOp;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.CastOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.List;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The code of buffers: those that have addresses, and those that are registers. */
final class MemoryDecoder {
  private static final int USUAL_ALIGNMENT = 16;

  private final WarpDecoder decoder;

  MemoryDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  @Nullable WarpCode decode(Operation op) {
    return switch (op) {
      case AllocaOp alloca -> alloca(alloca);
      case LoadOp load -> load(op, load.memref(), load.indices(), load.result(), 1);
      case StoreOp store -> store(op, store.memref(), store.indices(), store.value(), 1);
      case AtomicRMWOp update -> update(update);
      case DimOp size -> dimension(size);
      case CastOp cast -> view(cast.source(), cast.dest(), op);
      case AssumeAlignmentOp promise -> view(promise.memref(), promise.result(), op);
      default -> throw WarpDecoder.unsupported(op);
    };
  }

  WarpCode load(dev.azulejo.dialect.vector.LoadOp op) {
    int count = WarpDecoder.width(op.result().type());
    return load(op, op.base(), op.indices(), op.result(), count);
  }

  WarpCode store(dev.azulejo.dialect.vector.StoreOp op) {
    int count = WarpDecoder.width(op.valueToStore().type());
    return store(op, op.base(), op.indices(), op.valueToStore(), count);
  }

  // --- Buffers ----------------------------------------------------------------------------------

  private @Nullable WarpCode alloca(AllocaOp op) {
    MemRefType type = memref(op.memref(), op);
    if (WarpDecoder.isRegisters(op.memref())) {
      int array = decoder.slot(op.memref());
      return warp -> warp.registers(array).forget(warp.active());
    }
    if (space(type, op) != Space.SHARED || !op.dynamicSizes().isEmpty()) {
      throw WarpDecoder.unsupported(op);
    }
    int size = Math.toIntExact(type.bitSize() / Byte.SIZE);
    String name = AsmText.ofType(type);
    Long offset = SharedPlace.of(op);
    long align = op.alignment().map(IntegerAttr::longValue).orElse((long) USUAL_ALIGNMENT);
    int address =
        offset == null
            ? decoder.shared().next(name, size, (int) Math.max(align, USUAL_ALIGNMENT))
            : decoder.shared().at(name, offset, size);
    preset(op.memref(), type, address);
    return null;
  }

  /** Gives a buffer of constant sizes its address. */
  void preset(Value buffer, MemRefType type, long address) {
    int slot = decoder.slot(buffer);
    decoder.preset(slot, address);
    for (int i = 0; i < type.rank(); i++) {
      decoder.preset(slot + 1 + i, type.shape()[i]);
    }
  }

  private WarpCode view(Value from, Value to, Operation op) {
    int source = decoder.slot(from);
    int target = decoder.slot(to);
    if (WarpDecoder.isRegisters(from)) {
      throw WarpDecoder.unsupported(op);
    }
    int count = WarpDecoder.width(memref(from, op));
    return warp -> {
      for (int i = 0; i < count; i++) {
        Moves.copy(warp, warp.lanes(source + i), warp.lanes(target + i));
      }
    };
  }

  private WarpCode dimension(DimOp op) {
    if (!(op.source().type() instanceof MemRefType type) || WarpDecoder.isRegisters(op.source())) {
      throw WarpDecoder.unsupported(op);
    }
    int buffer = decoder.slot(op.source());
    int index = decoder.slot(op.index());
    int to = decoder.slot(op.result());
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long wanted = warp.lanes(index)[lane];
        if (wanted < 0 || wanted >= type.rank()) {
          throw warp.failure(op.location(), lane, "asks for size %d of %d", wanted, type.rank());
        }
        warp.lanes(to)[lane] = warp.lanes(buffer + 1 + (int) wanted)[lane];
      }
    };
  }

  /** The type of a buffer, which is dense. */
  private static MemRefType memref(Value buffer, Operation op) {
    if (buffer.type() instanceof MemRefType type && type.layout() == null) {
      return type;
    }
    throw WarpDecoder.unsupported(op);
  }

  private static Space space(MemRefType type, Operation op) {
    return switch (type.memorySpace()) {
      case null -> Space.GLOBAL;
      case StringAttr word when word.value().equals("shared") -> Space.SHARED;
      case StringAttr word when word.value().equals("local") -> Space.LOCAL;
      default -> throw WarpDecoder.unsupported(op);
    };
  }

  private static int bytes(Type type, Operation op) {
    return ElementType.find(AsmText.ofType(type))
        .orElseThrow(() -> WarpDecoder.unsupported(op))
        .byteSize();
  }

  // --- Addresses --------------------------------------------------------------------------------

  WarpCode address(AddressOp op) {
    MemRefType type = memref(op.buffer(), op);
    if (WarpDecoder.isRegisters(op.buffer())) {
      throw WarpDecoder.unsupported(op);
    }
    int size = bytes(type.elementType(), op);
    int buffer = decoder.slot(op.buffer());
    int rank = type.rank();
    int[] dynamic = new int[rank];
    long[] constant = new long[rank];
    for (int i = 0; i < rank; i++) {
      switch (op.allIndices().get(i)) {
        case Offset.Constant number -> {
          dynamic[i] = WarpDecoder.NONE;
          constant[i] = number.value();
        }
        case Offset.Dynamic value -> dynamic[i] = decoder.slot(value.value());
      }
    }
    int to = decoder.slot(op.result());
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long element = 0;
        for (int i = 0; i < rank; i++) {
          long index = dynamic[i] < 0 ? constant[i] : warp.lanes(dynamic[i])[lane];
          element = element * warp.lanes(buffer + 1 + i)[lane] + index;
        }
        // An address may lie outside; what uses it is refused there.
        warp.lanes(to)[lane] = warp.lanes(buffer)[lane] + element * size;
      }
    };
  }

  /** The address of an element, which exists. */
  private static final class Element {
    private final int buffer;
    private final int[] indices;
    private final int size;
    private final Location place;

    Element(int buffer, int[] indices, int size, Location place) {
      this.buffer = buffer;
      this.indices = indices;
      this.size = size;
      this.place = place;
    }

    long address(Warp warp, int lane) {
      long element = 0;
      for (int i = 0; i < indices.length; i++) {
        long index = warp.lanes(indices[i])[lane];
        long count = warp.lanes(buffer + 1 + i)[lane];
        if (index < 0 || index >= count) {
          throw warp.failure(
              place,
              lane,
              "accesses index %d in dimension %d of a buffer, which has %d there",
              index,
              i,
              count);
        }
        element = element * count + index;
      }
      return warp.lanes(buffer)[lane] + element * size;
    }
  }

  // --- Loads and stores -------------------------------------------------------------------------

  private WarpCode load(Operation op, Value buffer, List<Value> indices, Value result, int count) {
    MemRefType type = memref(buffer, op);
    int to = decoder.slot(result);
    Location place = op.location();
    int from = decoder.slot(buffer);
    int[] slots = decoder.slots(indices);
    if (WarpDecoder.isRegisters(buffer)) {
      return registers(
          from,
          slots,
          type,
          count,
          place,
          (array, number, i, warp, lane) ->
              warp.lanes(to + i)[lane] = array.read(warp, number, 1 << lane, place)[lane]);
    }
    Type element = type.elementType();
    int size = bytes(element, op);
    var access = decoder.access(space(type, op), size * count, op);
    var address = new Element(from, slots, size, place);
    long[] row = new long[count];
    return warp -> {
      access.begin(warp);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        access.load(warp, lane, address.address(warp, lane), row);
        for (int i = 0; i < count; i++) {
          warp.lanes(to + i)[lane] = Scalars.fromMemory(element, row[i]);
        }
      }
    };
  }

  private WarpCode store(Operation op, Value buffer, List<Value> indices, Value value, int count) {
    MemRefType type = memref(buffer, op);
    int from = decoder.slot(value);
    Location place = op.location();
    int to = decoder.slot(buffer);
    int[] slots = decoder.slots(indices);
    if (WarpDecoder.isRegisters(buffer)) {
      return registers(
          to,
          slots,
          type,
          count,
          place,
          (array, number, i, warp, lane) ->
              array.write(warp, number, 1 << lane, place)[lane] = warp.lanes(from + i)[lane]);
    }
    int size = bytes(type.elementType(), op);
    long mask = -1L >>> (Long.SIZE - bits(type.elementType()));
    var access = decoder.access(space(type, op), size * count, op);
    var address = new Element(to, slots, size, place);
    long[] row = new long[count];
    return warp -> {
      access.begin(warp);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        for (int i = 0; i < count; i++) {
          row[i] = warp.lanes(from + i)[lane] & mask;
        }
        access.store(warp, lane, address.address(warp, lane), row);
      }
    };
  }

  private static int bits(Type type) {
    return type instanceof dev.azulejo.ir.builtin.FloatType real
        ? real.width()
        : Scalars.width(type);
  }

  /** What happens to one register of one lane: element {@code i} of what is moved. */
  private interface Move {
    void run(Registers array, int register, int i, Warp warp, int lane);
  }

  private static WarpCode registers(
      int buffer, int[] indices, MemRefType type, int count, Location place, Move move) {
    long[] shape = type.shape();
    return warp -> {
      Registers array = warp.registers(buffer);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long register = 0;
        for (int i = 0; i < indices.length; i++) {
          long index = warp.lanes(indices[i])[lane];
          if (index < 0 || index >= shape[i]) {
            throw warp.failure(
                place,
                lane,
                "accesses index %d in dimension %d of registers, of which there are %d there",
                index,
                i,
                shape[i]);
          }
          register = register * shape[i] + index;
        }
        for (int i = 0; i < count; i++) {
          move.run(array, (int) register + i, i, warp, lane);
        }
      }
    };
  }

  private WarpCode update(AtomicRMWOp op) {
    MemRefType type = memref(op.memref(), op);
    if (WarpDecoder.isRegisters(op.memref())) {
      throw WarpDecoder.unsupported(op);
    }
    Type element = type.elementType();
    LongBinaryOperator operator = decoder.scalars().update(op);
    int size = bytes(element, op);
    int value = decoder.slot(op.value());
    int to = decoder.slot(op.result());
    var access = decoder.access(space(type, op), size, op);
    var address =
        new Element(decoder.slot(op.memref()), decoder.slots(op.indices()), size, op.location());
    return warp -> {
      access.begin(warp);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long operand = warp.lanes(value)[lane];
        long old =
            access.update(
                warp,
                lane,
                address.address(warp, lane),
                bits -> operator.applyAsLong(Scalars.fromMemory(element, bits), operand));
        warp.lanes(to)[lane] = Scalars.fromMemory(element, old);
      }
    };
  }
}
