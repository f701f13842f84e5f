// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.vector.BitCastOp;
import dev.azulejo.dialect.vector.BroadcastOp;
import dev.azulejo.dialect.vector.ExtractOp;
import dev.azulejo.dialect.vector.FMAOp;
import dev.azulejo.dialect.vector.FromElementsOp;
import dev.azulejo.dialect.vector.InsertOp;
import dev.azulejo.dialect.vector.LoadOp;
import dev.azulejo.dialect.vector.ShapeCastOp;
import dev.azulejo.dialect.vector.StoreOp;
import dev.azulejo.dialect.vector.ToElementsOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.List;

/** The code of vectors, which are scalars in a row. */
final class VectorDecoder {
  private final WarpDecoder decoder;

  VectorDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  WarpCode decode(Operation op) {
    return switch (op) {
      case LoadOp load -> new MemoryDecoder(decoder).load(load);
      case StoreOp store -> new MemoryDecoder(decoder).store(store);
      case ExtractOp extract -> extract(extract);
      case FMAOp _ -> new ElementwiseDecoder(decoder).decode(op);
      case InsertOp insert -> insert(insert);
      case BroadcastOp broadcast -> broadcast(broadcast);
      case FromElementsOp from -> fromElements(from);
      case ToElementsOp to -> toElements(to);
      case BitCastOp cast -> bitcast(cast);
      case ShapeCastOp cast -> copy(decoder.slot(cast.source()), decoder.slot(cast.result()), cast);
      default -> throw WarpDecoder.unsupported(op);
    };
  }

  private WarpCode copy(int from, int to, Operation op) {
    return copy(from, to, WarpDecoder.width(op.result(0).type()));
  }

  private static WarpCode copy(int from, int to, int count) {
    return warp -> {
      for (int i = 0; i < count; i++) {
        Moves.copy(warp, warp.lanes(from + i), warp.lanes(to + i));
      }
    };
  }

  /** The number of the first element that a position names, which must be of constants. */
  private static int position(List<Offset> position, Type type, Operation op) {
    long[] shape = type instanceof VectorType vector ? vector.shape() : new long[0];
    long element = 0;
    for (int i = 0; i < shape.length; i++) {
      long index = 0;
      if (i < position.size()) {
        if (!(position.get(i) instanceof Offset.Constant constant)) {
          throw WarpDecoder.unsupported(op);
        }
        index = constant.value();
      }
      element = element * shape[i] + index;
    }
    return Math.toIntExact(element);
  }

  private WarpCode extract(ExtractOp op) {
    int from = decoder.slot(op.source()) + position(op.position(), op.source().type(), op);
    return copy(from, decoder.slot(op.result()), op);
  }

  private WarpCode insert(InsertOp op) {
    int to = decoder.slot(op.result());
    int place = position(op.position(), op.dest().type(), op);
    WarpCode all = copy(decoder.slot(op.dest()), to, op);
    WarpCode some =
        copy(
            decoder.slot(op.valueToStore()),
            to + place,
            WarpDecoder.width(op.valueToStore().type()));
    return warp -> {
      all.run(warp);
      some.run(warp);
    };
  }

  private WarpCode broadcast(BroadcastOp op) {
    if (WarpDecoder.width(op.source().type()) != 1) {
      throw WarpDecoder.unsupported(op);
    }
    int from = decoder.slot(op.source());
    int to = decoder.slot(op.vector());
    int count = WarpDecoder.width(op.vector().type());
    return warp -> {
      for (int i = 0; i < count; i++) {
        Moves.copy(warp, warp.lanes(from), warp.lanes(to + i));
      }
    };
  }

  private WarpCode fromElements(FromElementsOp op) {
    int[] from = decoder.slots(op.elements());
    int to = decoder.slot(op.dest());
    return warp -> {
      for (int i = 0; i < from.length; i++) {
        Moves.copy(warp, warp.lanes(from[i]), warp.lanes(to + i));
      }
    };
  }

  private WarpCode toElements(ToElementsOp op) {
    int from = decoder.slot(op.source());
    int[] to = decoder.slots(op.elements());
    return warp -> {
      for (int i = 0; i < to.length; i++) {
        Moves.copy(warp, warp.lanes(from + i), warp.lanes(to[i]));
      }
    };
  }

  private WarpCode bitcast(BitCastOp op) {
    int from = decoder.slot(op.source());
    int to = decoder.slot(op.result());
    int sources = WarpDecoder.width(op.source().type());
    int targets = WarpDecoder.width(op.result().type());
    Type target = element(op.result());
    int sourceBits = bits(element(op.source()), op);
    int targetBits = bits(target, op);
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long[] bytes = new long[sources * sourceBits];
        for (int i = 0; i < sources * sourceBits; i++) {
          bytes[i] = warp.lanes(from + i / sourceBits)[lane] >>> i % sourceBits & 1;
        }
        for (int i = 0; i < targets; i++) {
          long word = 0;
          for (int j = 0; j < targetBits; j++) {
            word |= bytes[i * targetBits + j] << j;
          }
          warp.lanes(to + i)[lane] = Scalars.fromMemory(target, word);
        }
      }
    };
  }

  static Type element(Value value) {
    return value.type() instanceof VectorType vector ? vector.elementType() : value.type();
  }

  private static int bits(Type type, Operation op) {
    int width =
        type instanceof dev.azulejo.ir.builtin.FloatType real ? real.width() : Scalars.width(type);
    if (width < 1 || width > Long.SIZE) {
      throw WarpDecoder.unsupported(op);
    }
    return width;
  }
}
