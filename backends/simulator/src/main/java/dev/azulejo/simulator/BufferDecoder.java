// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.memref.AllocOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.AssumeAlignmentOp;
import dev.azulejo.dialect.memref.CastOp;
import dev.azulejo.dialect.memref.CollapseShapeOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.memref.DistinctObjectsOp;
import dev.azulejo.dialect.memref.ExpandShapeOp;
import dev.azulejo.dialect.memref.GetGlobalOp;
import dev.azulejo.dialect.memref.GlobalOp;
import dev.azulejo.dialect.memref.MemorySpaceCastOp;
import dev.azulejo.dialect.memref.RankOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The code of what makes buffers, measures them and sees them as others. */
final class BufferDecoder {
  private BufferDecoder() {}

  static Code decode(Operation op, Program program) {
    return switch (op) {
      case AllocOp alloc -> alloc(alloc, alloc.dynamicSizes());
      case AllocaOp alloc -> alloc(alloc, alloc.dynamicSizes());
      case GetGlobalOp global -> global(global, program);
      case DimOp dim -> dim(dim);
      case RankOp rank -> {
        int from = Decoder.slot(rank.memref());
        int to = Decoder.slot(rank.result());
        yield frame -> frame.setScalar(to, frame.buffer(from).rank());
      }
      case CastOp cast -> cast(cast);
      case CollapseShapeOp collapse ->
          reshape(collapse, collapse.src(), shape -> collapsed(collapse, shape));
      case ExpandShapeOp expand -> expand(expand);
      case AssumeAlignmentOp _, MemorySpaceCastOp _, DistinctObjectsOp _ -> {
        op.operands().forEach(buffer -> MemRefDecoder.memref(buffer, op));
        Moves moves = Moves.of(op.operands(), op.results());
        yield moves::run;
      }
      default -> throw Decoder.unsupported(op);
    };
  }

  /** The code of any allocation; {@code sizes} are those of the dynamic dimensions. */
  static Code alloc(Operation op, List<? extends Value> sizes) {
    MemRefType type = MemRefDecoder.memref(op.result(0), op);
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
    MemRefDecoder.memref(op.operand(0), op);
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
    MemRefDecoder.memref(op.operand(0), op);
    long[] wanted = MemRefDecoder.memref(op.result(0), op).shape();
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

  private static Code global(GetGlobalOp op, Program program) {
    String name = op.global().root();
    GlobalOp global = program.global(name);
    if (global == null || global.initialValue().isEmpty()) {
      throw new SimulationFailure(
          Diagnostic.error(op.location(), "'%s' is defined nowhere in the module", name));
    }
    int to = Decoder.slot(op.result());
    return frame -> frame.setObject(to, frame.machine().global(global, BufferDecoder::define));
  }

  private static Buffer define(GlobalOp op) {
    MemRefType type = op.type();
    ElementType element = Elements.of(type.elementType(), op);
    boolean possible = type.layout() == null && Buffer.isPossible(element, type.shape());
    if (!possible) {
      throw Decoder.unsupported(op);
    }
    Buffer buffer = Buffer.poisoned(element, type.shape());
    switch (op.initialValue().orElse(UnitAttr.INSTANCE)) {
      case UnitAttr _ -> {
        // Its contents are undefined.
      }
      case DenseElementsAttr elements -> {
        for (int i = 0; i < buffer.count(); i++) {
          buffer.setBits(i, elements.bits(i).longValue());
        }
      }
      default -> throw Decoder.unsupported(op);
    }
    return buffer;
  }

  private static long[] collapsed(CollapseShapeOp op, long[] shape) {
    long[] result = op.type().shape();
    int next = 0;
    for (int i = 0; i < result.length; i++) {
      long size = 1;
      for (int d = 0; d < op.reassociation().groups().get(i).size(); d++) {
        size *= shape[next++];
      }
      result[i] = size;
    }
    return result;
  }

  private static Code expand(ExpandShapeOp op) {
    List<Offset> sizes = op.mixedOutputShape();
    MemRefDecoder.memref(op.src(), op);
    MemRefDecoder.memref(op.result(), op);
    int from = Decoder.slot(op.src());
    int to = Decoder.slot(op.result());
    return frame -> {
      long[] shape = new long[sizes.size()];
      for (int i = 0; i < shape.length; i++) {
        shape[i] =
            switch (sizes.get(i)) {
              case Offset.Constant constant -> constant.value();
              case Offset.Dynamic dynamic -> frame.scalar(Decoder.slot(dynamic.value()));
            };
      }
      Buffer buffer = frame.buffer(from);
      if (!buffer.canBecome(buffer.type(), shape)) {
        throw new SimulationFailure(
            Diagnostic.error(
                op.location(),
                "sees a buffer of shape %s as one of shape %s",
                Arrays.toString(buffer.shape()),
                Arrays.toString(shape)));
      }
      frame.setObject(to, buffer.reshaped(buffer.type(), shape));
    };
  }

  private static Code reshape(Operation op, Value source, UnaryOperator<long[]> shape) {
    MemRefDecoder.memref(source, op);
    MemRefDecoder.memref(op.result(0), op);
    int from = Decoder.slot(source);
    int to = Decoder.slot(op.result(0));
    return frame -> {
      Buffer buffer = frame.buffer(from);
      frame.setObject(to, buffer.reshaped(buffer.type(), shape.apply(buffer.shape())));
    };
  }
}
