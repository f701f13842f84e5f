// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.CpAsyncCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.ptx.CvtaOp;
import dev.azulejo.dialect.ptx.FenceOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.PrefetchOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.instruction.LaneBits;
import dev.azulejo.simulator.instruction.Width;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instructions that load, store and copy. */
final class PtxMemoryDecoder {
  private static final int MOST_BYTES = 16;

  private final WarpDecoder decoder;

  PtxMemoryDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    return switch (op) {
      case LdOp load -> load(load);
      case StOp store -> store(store);
      case CpAsyncOp copy -> copy(copy);
      case CpAsyncCommitGroupOp _ -> warp -> warp.copies().commit(warp);
      case CpAsyncWaitGroupOp wait -> {
        long pending = wait.pending().longValue();
        yield warp -> warp.copies().waitFor(warp, pending);
      }
      // Warps see what others do at once; accesses that a barrier doesn't order are races still.
      case FenceOp _ -> _ -> {};
      case PrefetchOp _ -> _ -> {};
      case CvtaOp cast when cast.space().value().equals("global") -> cast(cast);
      default -> null;
    };
  }

  /** Generic addresses of global memory are its own. */
  private WarpCode cast(CvtaOp op) {
    int from = decoder.slot(op.address());
    int to = decoder.slot(op.result());
    return warp -> {
      long[] source = warp.lanes(from);
      long[] target = warp.lanes(to);
      for (int lanes = warp.active(); lanes != 0; lanes &= lanes - 1) {
        int lane = Integer.numberOfTrailingZeros(lanes);
        target[lane] = source[lane];
      }
    };
  }

  /** The memory of an access whose order with others is not asked for. */
  static Space space(Operation op, StringAttr space) {
    return switch (space.value()) {
      case "global" -> Space.GLOBAL;
      case "shared" -> Space.SHARED;
      case "local" -> Space.LOCAL;
      default -> throw PtxDecoder.unsupported(op, "generic addresses");
    };
  }

  /**
   * What is in memory.
   *
   * @param bytes how many bytes
   * @param type what a register makes of it
   * @param signed whether it has a sign that fills the register
   */
  private record Element(int bytes, Type type, boolean signed) {
    static Element of(Operation op, List<? extends Value> values) {
      Type type = values.getFirst().type();
      String as = op.attribute("as") instanceof StringAttr word ? word.value() : "";
      int bits = as.isEmpty() ? LaneBits.width(type) : Integer.parseInt(as.substring(1));
      if (op.hasAttribute("semantics")) {
        throw PtxDecoder.unsupported(op, "accesses that are ordered");
      }
      int bytes = bits / Byte.SIZE;
      if (bytes * values.size() > MOST_BYTES) {
        throw PtxDecoder.unsupported(op, "accesses of more than 16 bytes");
      }
      return new Element(bytes, type, as.startsWith("s"));
    }

    long hold(long bits) {
      return LaneBits.hold(type, signed ? new Width(bytes * Byte.SIZE).signed(bits) : bits);
    }
  }

  private WarpCode load(LdOp op) {
    Element element = Element.of(op, op.values());
    int count = op.values().size();
    var access = decoder.access(space(op, op.space()), element.bytes() * count, op);
    int address = decoder.slot(op.address());
    long offset = op.offset().longValue();
    int[] results = decoder.slots(op.values());
    int[] otherwise = decoder.slots(op.otherwise());
    Guard guard = Guard.of(decoder, op.guard(), op.negated());
    long[] piece = new long[count];
    return warp -> {
      int lanes = guard.lanes(warp);
      long[] addresses = warp.lanes(address);
      access.begin(warp);
      for (int rest = lanes; rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        access.load(warp, lane, addresses[lane] + offset, piece);
        for (int i = 0; i < count; i++) {
          warp.lanes(results[i])[lane] = element.hold(piece[i]);
        }
      }
      for (int rest = warp.active() & ~lanes; rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        for (int i = 0; i < count; i++) {
          warp.lanes(results[i])[lane] = warp.lanes(otherwise[i])[lane];
        }
      }
    };
  }

  private WarpCode store(StOp op) {
    Element element = Element.of(op, op.values());
    int count = op.values().size();
    var access = decoder.access(space(op, op.space()), element.bytes() * count, op);
    int address = decoder.slot(op.address());
    long offset = op.offset().longValue();
    int[] values = decoder.slots(op.values());
    Guard guard = Guard.of(decoder, op.guard(), op.negated());
    long[] piece = new long[count];
    return warp -> {
      long[] addresses = warp.lanes(address);
      access.begin(warp);
      for (int rest = guard.lanes(warp); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        for (int i = 0; i < count; i++) {
          piece[i] = warp.lanes(values[i])[lane];
        }
        access.store(warp, lane, addresses[lane] + offset, piece);
      }
    };
  }

  private WarpCode copy(CpAsyncOp op) {
    int target = decoder.slot(op.target());
    int source = decoder.slot(op.source());
    int size = decoder.slot(op.size());
    long targetOffset = op.targetOffset().longValue();
    long sourceOffset = op.sourceOffset().longValue();
    int bytes = Math.toIntExact(op.bytes().longValue());
    Location place = op.location();
    Guard guard = Guard.of(decoder, op.guard(), op.negated());
    BankCounter banks = decoder.banks(bytes, op);
    return warp -> {
      warp.beginAccess();
      banks.begin();
      long[] targets = warp.lanes(target);
      long[] sources = warp.lanes(source);
      for (int rest = guard.lanes(warp); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long count = size == WarpDecoder.NONE ? bytes : warp.lanes(size)[lane];
        if (count < 0 || count > bytes) {
          throw warp.failure(place, lane, "copies %d of %d bytes", count, bytes);
        }
        banks.touch(lane, targets[lane] + targetOffset);
        warp.copies()
            .begin(
                warp,
                lane,
                targets[lane] + targetOffset,
                sources[lane] + sourceOffset,
                bytes,
                (int) count,
                place);
      }
    };
  }
}
