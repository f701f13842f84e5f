// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.AtomCasOp;
import dev.azulejo.dialect.ptx.AtomOp;
import dev.azulejo.dialect.ptx.RedOp;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.simulator.instruction.AtomicFunction;
import dev.azulejo.simulator.instruction.LaneBits;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Instructions that change memory at once. Lanes of a warp do it one after the other. */
final class PtxAtomicDecoder {
  private static final String RELAXED = "relaxed";

  private final WarpDecoder decoder;

  PtxAtomicDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    return switch (op) {
      case AtomOp atomic ->
          update(
              access(atomic, atomic.space(), atomic.operand().type()),
              address(atomic.address(), atomic.offset()),
              new Guard(WarpDecoder.NONE, false),
              function(atomic, atomic.kind().value(), atomic.operand()),
              decoder.slot(atomic.result()));
      case RedOp reduction ->
          update(
              access(reduction, reduction.space(), reduction.operand().type()),
              address(reduction.address(), reduction.offset()),
              Guard.of(decoder, reduction.guard(), reduction.negated()),
              function(reduction, reduction.kind().value(), reduction.operand()),
              WarpDecoder.NONE);
      case AtomCasOp exchange ->
          update(
              access(exchange, exchange.space(), exchange.result().type()),
              address(exchange.address(), exchange.offset()),
              new Guard(WarpDecoder.NONE, false),
              exchange(exchange),
              decoder.slot(exchange.result()));
      default -> null;
    };
  }

  /** What becomes of what is in memory, held as a register holds it, in a lane. */
  private interface Update {
    long apply(Warp warp, int lane, long there);
  }

  private record Address(int slot, long offset) {}

  private record Access(LaneAccess lanes, Type type) {}

  private Address address(Value address, IntegerAttr offset) {
    return new Address(decoder.slot(address), offset.longValue());
  }

  private Access access(Operation op, StringAttr space, Type type) {
    boolean ordered =
        op.attribute("semantics") instanceof StringAttr word && !word.value().equals(RELAXED);
    if (ordered) {
      throw PtxDecoder.unsupported(op, "accesses that order others");
    }
    int bytes = LaneBits.width(type) / Byte.SIZE;
    Space memory = PtxMemoryDecoder.space(op, space);
    return new Access(decoder.access(memory, bytes, op), type);
  }

  private Update function(Operation op, String kind, Value operand) {
    Type type = operand.type();
    String word =
        op.attribute("packed") instanceof StringAttr packed
            ? packed.value()
            : op.hasAttribute("unsigned") ? TypeWords.unsigned(type) : TypeWords.number(type);
    LongBinaryOperator function = AtomicFunction.of(kind, word);
    int slot = decoder.slot(operand);
    return (warp, lane, there) -> function.applyAsLong(there, warp.lanes(slot)[lane]);
  }

  private Update exchange(AtomCasOp op) {
    int expected = decoder.slot(op.expected());
    int replacement = decoder.slot(op.replacement());
    return (warp, lane, there) ->
        there == warp.lanes(expected)[lane] ? warp.lanes(replacement)[lane] : there;
  }

  private static WarpCode update(
      Access access, Address address, Guard guard, Update update, int result) {
    Type type = access.type();
    LaneAccess memory = access.lanes();
    return warp -> {
      long[] addresses = warp.lanes(address.slot());
      memory.begin(warp);
      for (int rest = guard.lanes(warp); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long old =
            memory.update(
                warp,
                lane,
                addresses[lane] + address.offset(),
                there -> update.apply(warp, lane, LaneBits.hold(type, there)));
        if (result != WarpDecoder.NONE) {
          warp.lanes(result)[lane] = LaneBits.hold(type, old);
        }
      }
    };
  }
}
