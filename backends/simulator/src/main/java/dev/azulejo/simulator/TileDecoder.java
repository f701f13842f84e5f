// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.AtomicUpdate;
import dev.azulejo.dialect.tile.BulkStoreOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmSpOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.ScanOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.dialect.tile.TransposeOp;
import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.List;

/** The code of tile operations: one loop each. */
final class TileDecoder {
  private final Decoder decoder;

  TileDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  Code decode(Operation op) {
    return switch (op) {
      case LaunchOp launch -> new LaunchDecoder(decoder).decode(launch);
      case AllocOp alloc -> alloc(alloc);
      case ViewOp view -> view(view);
      case CopyOp copy -> CopyDecoder.decode(copy, op);
      case AtomicUpdate update -> CopyDecoder.decode(update, op);
      case AsyncCopyOp copy -> CopyDecoder.decodeAsync(copy, op);
      case FillOp fill -> fill(fill);
      case TmaCopyOp copy -> TmaDecoder.decode(copy);
      case BulkStoreOp store -> CopyDecoder.decode(store, op);
      case TmaStoreOp store -> TmaDecoder.decode(store);
      case WaitGemmOp wait -> wait(wait);
      case GemmOp gemm -> GemmDecoder.decode(gemm);
      case GemmSpOp gemm -> GemmSpDecoder.decode(gemm);
      case Im2colOp copy -> Im2colDecoder.decode(copy);
      case ReduceOp reduce -> ReduceDecoder.decode(reduce);
      case ScanOp scan -> ScanDecoder.decode(scan);
      case TransposeOp transpose -> TransposeDecoder.decode(transpose);
      case ParallelOp parallel -> new LaunchDecoder(decoder).decode(parallel);
      default -> throw Decoder.unsupported(op);
    };
  }

  /** What happens at the edge of a buffer: only global memory is clipped. */
  static Touch.Edge edge(Value buffer) {
    return Space.of(buffer) == Space.GLOBAL ? Touch.Edge.CLIPPED : Touch.Edge.REFUSED;
  }

  private static Code alloc(AllocOp op) {
    Code code = BufferDecoder.alloc(op, List.of());
    if (Space.of(op.buffer()) != Space.SHARED) {
      return code;
    }
    int to = Decoder.slot(op.buffer());
    return frame -> {
      code.run(frame);
      Agent agent = frame.machine().agent();
      if (agent != null) {
        Buffer buffer = frame.buffer(to);
        buffer.watch(agent.block().history(true));
        agent.block().keep(op, buffer);
      }
    };
  }

  private static Code wait(WaitGemmOp op) {
    long pending = op.pending().longValue();
    return frame -> frame.machine().agent(op).queues().awaitProducts(pending);
  }

  private static Code view(ViewOp op) {
    MemRefType type = MemRefDecoder.memref(op.result(), op);
    var element = Elements.of(type.elementType(), op);
    int source = Decoder.slot(op.source());
    int to = Decoder.slot(op.result());
    long[] shape = type.shape();
    return frame -> {
      Buffer buffer = frame.buffer(source);
      if (!buffer.canBecome(element, shape)) {
        throw new SimulationFailure(
            Diagnostic.error(
                op.location(),
                "the simulator can't see '%s' elements packed differently as '%s'",
                buffer.type().keyword(),
                element.keyword()));
      }
      frame.setObject(to, buffer.reshaped(element, shape));
    };
  }

  private static Code fill(FillOp op) {
    BoxCode target = new BoxCode(op.region());
    Touch.Edge edge = edge(op.target());
    int value = Decoder.slot(op.value());
    var touch = new Touch(op.location());
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      Box box = target.in(frame);
      touch.write(machine, box, edge);
      long bits = frame.scalar(value);
      Rows rows = new Rows(box);
      while (rows.next()) {
        for (int i = rows.firstInside(); i < rows.endInside(); i++) {
          box.buffer().setBits(rows.place() + i, bits);
        }
      }
    };
  }
}
