// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.CpAsyncBulkCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorStoreOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkWaitGroupOp;
import dev.azulejo.dialect.ptx.CvtaOp;
import dev.azulejo.dialect.ptx.ParamAddressOp;
import dev.azulejo.dialect.ptx.PrefetchTensormapOp;
import dev.azulejo.dialect.ptx.TensorMapFields;
import dev.azulejo.dialect.ptx.TensorMapOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.data.ElementType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of boxes of tensors, and what they need. */
final class PtxBulkDecoder {
  private static final long WORD = 0xffff_ffffL;
  private static final int MOST_BLOCKS = 16;

  private final WarpDecoder decoder;

  PtxBulkDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    return switch (op) {
      case CpAsyncBulkTensorLoadOp load -> load(load);
      case CpAsyncBulkTensorStoreOp store -> store(store);
      case CpAsyncBulkCommitGroupOp _ -> warp -> warp.bulkStores().commit(warp);
      case CpAsyncBulkWaitGroupOp wait -> {
        long pending = wait.pending().longValue();
        boolean read = wait.read();
        yield warp -> warp.bulkStores().waitFor(warp, pending, read);
      }
      case PrefetchTensormapOp prefetch -> prefetch(prefetch);
      case ParamAddressOp address -> copy(address.parameter(), address.result());
      case CvtaOp cast when cast.space().value().equals("param") ->
          copy(cast.address(), cast.result());
      case TensorMapOp map -> map(map);
      default -> null;
    };
  }

  /** The address of a parameter that is a map is the map's own. */
  private WarpCode copy(Value from, Value to) {
    int source = decoder.slot(from);
    int target = decoder.slot(to);
    return warp -> Moves.copy(warp, warp.lanes(source), warp.lanes(target));
  }

  private static TensorMap map(Warp warp, int lane, long address, Location place) {
    TensorMap map = warp.block().global().map(address);
    if (map == null) {
      throw warp.failure(place, lane, "uses the tensor map at 0x%x, where none is", address);
    }
    return map;
  }

  private WarpCode prefetch(PrefetchTensormapOp op) {
    int address = decoder.slot(op.map());
    Location place = op.location();
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        map(warp, lane, warp.lanes(address)[lane], place);
      }
    };
  }

  /** A map as an instruction names it, with the place of the box. */
  private static final class Source {
    private final int map;
    private final int[] coordinates;
    private final Location place;

    Source(int map, int[] coordinates, Location place) {
      this.map = map;
      this.coordinates = coordinates;
      this.place = place;
    }

    Location place() {
      return place;
    }

    TensorMap find(Warp warp, int lane) {
      TensorMap found = PtxBulkDecoder.map(warp, lane, warp.lanes(map)[lane], place);
      if (found.rank() != coordinates.length) {
        throw warp.failure(
            place,
            lane,
            "names %d coordinates in a tensor of %d dimensions",
            coordinates.length,
            found.rank());
      }
      return found;
    }

    int[] at(Warp warp, int lane) {
      int[] all = new int[coordinates.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = (int) warp.lanes(coordinates[i])[lane];
      }
      return all;
    }
  }

  private WarpCode load(CpAsyncBulkTensorLoadOp op) {
    var source = new Source(decoder.slot(op.map()), decoder.slots(op.coordinates()), op.location());
    int target = decoder.slot(op.target());
    int barrier = decoder.slot(op.barrier());
    int mask = decoder.slot(op.multicast());
    Guard guard = Guard.of(decoder, op.guard(), op.negated());
    return warp -> {
      warp.beginAccess();
      for (int rest = guard.lanes(warp); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        TensorMap map = source.find(warp, lane);
        int[] at = source.at(warp, lane);
        int to = (int) (warp.lanes(target)[lane] & WORD);
        int counter = (int) (warp.lanes(barrier)[lane] & WORD);
        for (BlockRun block : targets(warp, lane, mask, source.place())) {
          BulkLoad.begin(warp, lane, block, map, at, to, counter, source.place());
        }
      }
    };
  }

  private static List<BlockRun> targets(Warp warp, int lane, int mask, Location place) {
    if (mask == WarpDecoder.NONE) {
      return List.of(warp.block());
    }
    List<BlockRun> all = warp.block().cluster().blocks();
    long bits = warp.lanes(mask)[lane] & ((1L << MOST_BLOCKS) - 1);
    if (bits == 0 || bits >>> all.size() != 0) {
      throw warp.failure(
          place,
          lane,
          "copies to the blocks 0x%x of its cluster, which has %d blocks",
          bits,
          all.size());
    }
    return all.stream().filter(block -> (bits >>> block.rank() & 1) != 0).toList();
  }

  private WarpCode store(CpAsyncBulkTensorStoreOp op) {
    var target = new Source(decoder.slot(op.map()), decoder.slots(op.coordinates()), op.location());
    int source = decoder.slot(op.source());
    Guard guard = Guard.of(decoder, op.guard(), op.negated());
    return warp -> {
      warp.beginAccess();
      for (int rest = guard.lanes(warp); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        int from = (int) (warp.lanes(source)[lane] & WORD);
        warp.bulkStores()
            .begin(
                warp, lane, target.find(warp, lane), target.at(warp, lane), from, target.place());
      }
    };
  }

  /** On rung 3, the map of a buffer that the launch sees. */
  private WarpCode map(TensorMapOp op) {
    if (!(op.buffer().type() instanceof MemRefType type)) {
      throw WarpDecoder.unsupported(op);
    }
    TensorMapFields fields = op.fields();
    int bytes =
        ElementType.find(AsmText.ofType(type.elementType()))
            .orElseThrow(() -> WarpDecoder.unsupported(op))
            .byteSize();
    int buffer = decoder.slot(op.buffer());
    int to = decoder.slot(op.result());
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        GlobalMemory global = warp.block().global();
        long address = warp.lanes(buffer)[lane];
        GlobalMemory.Place memory = global.find(address);
        if (memory == null) {
          throw warp.failure(op.location(), lane, "makes the map of a buffer that is not there");
        }
        long[] shape = new long[type.rank()];
        for (int i = 0; i < shape.length; i++) {
          shape[i] = warp.lanes(buffer + 1 + i)[lane];
        }
        TensorMap map = TensorMap.of(memory, address - memory.address(), bytes, shape, fields);
        String fault = map.fault();
        if (fault != null) {
          throw warp.failure(op.location(), lane, "makes a tensor map that %s", fault);
        }
        warp.lanes(to)[lane] = global.place(map);
      }
    };
  }
}
