// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.memref.AtomicKind;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.GenericAtomicRMWOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** The code of what reads an element and writes it in one piece. */
final class AtomicDecoder {
  private AtomicDecoder() {}

  /** Changes what an element holds, as a slot holds it. */
  private interface Update {
    long apply(Frame frame, long old);
  }

  static Code decode(AtomicRMWOp op) {
    Type type = MemRefDecoder.memref(op.memref(), op).elementType();
    int value = Decoder.slot(op.value());
    int to = Decoder.slot(op.result());
    LongBinaryOperator operator = operator(op, type);
    Update update = (frame, old) -> operator.applyAsLong(old, frame.scalar(value));
    return code(op, op.memref(), op.indices(), update, to);
  }

  static Code decode(GenericAtomicRMWOp op, Decoder decoder) {
    int old = Decoder.slot(op.body().entry().argument(0));
    int to = Decoder.slot(op.result());
    Code body = decoder.body(op.body());
    Operation end = op.body().entry().last();
    if (end == null) {
      throw Decoder.unsupported(op);
    }
    int yielded = Decoder.slot(end.operand(0));
    Update update =
        (frame, before) -> {
          frame.setScalar(old, before);
          body.run(frame);
          return frame.scalar(yielded);
        };
    return code(op, op.memref(), op.indices(), update, to);
  }

  private static Code code(Operation op, Value memref, List<Value> indices, Update update, int to) {
    Type type = MemRefDecoder.memref(memref, op).elementType();
    Elements.of(type, op);
    int buffer = Decoder.slot(memref);
    int[] slots = Decoder.slots(indices);
    var touch = new Touch(op.location());
    return frame -> {
      Buffer target = frame.buffer(buffer);
      int element = MemRefDecoder.place(frame, target, slots, touch.place());
      if (!frame.machine().copies().isIdle()) {
        touch.writeRace(frame.machine(), MemRefDecoder.point(frame, target, slots));
      }
      touch.element(frame.machine(), target, element, true);
      if (!target.isWritten(element)) {
        throw touch.neverWritten(target, element);
      }
      long before = Scalars.fromMemory(type, target.bits(element));
      long after = update.apply(frame, before);
      target.setBits(element, after);
      frame.setScalar(to, before);
    };
  }

  /** What an update makes of the bits in memory and of its value. */
  static LongBinaryOperator operator(AtomicRMWOp op, Type type) {
    AtomicKind kind = op.kind();
    return switch (kind) {
      case ASSIGN -> (_, value) -> value;
      case ADDI -> Long::sum;
      case MULI -> (a, b) -> a * b;
      case ANDI -> (a, b) -> a & b;
      case ORI -> (a, b) -> a | b;
      case XORI -> (a, b) -> a ^ b;
      case MAXS -> Math::max;
      case MINS -> Math::min;
      case MAXU -> (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b;
      case MINU -> (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b;
      case ADDF -> reals(op, type, Double::sum);
      case MULF -> reals(op, type, (a, b) -> a * b);
      case MAXIMUMF -> reals(op, type, Math::max);
      case MINIMUMF -> reals(op, type, Math::min);
      case MAXNUMF -> reals(op, type, ArithDecoder::maxNumber);
      case MINNUMF -> reals(op, type, ArithDecoder::minNumber);
    };
  }

  private static LongBinaryOperator reals(Operation op, Type type, DoubleBinaryOperator operator) {
    FloatCodec codec = ArithDecoder.codec(op, type);
    return (a, b) -> codec.encode(operator.applyAsDouble(codec.decode(a), codec.decode(b)));
  }
}
