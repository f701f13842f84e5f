// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.agent.Block;
import dev.azulejo.simulator.agent.PhaseBarriers;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.BoxAccess;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.memory.Clock;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.List;

/** The code of boxes that an engine brings to shared memory, or takes to global memory. */
final class TmaDecoder {
  private TmaDecoder() {}

  static Code decode(TmaCopyOp op) {
    var copy = new CopyDecoder(op, op);
    var slot = new BarrierSlot(op.array(), op.index(), op.location());
    long[] along = op.multicast().map(DenseArrayAttr::asLongs).orElse(new long[0]);
    boolean alone = along.length == 0;
    Operation buffers = alone ? op : PeerMemory.allocation(op.target(), op);
    Operation arrays = alone ? op : PeerMemory.allocation(op.array(), op);
    long bytes = op.bytes();
    Location place = op.location();
    return frame -> {
      Agent agent = frame.machine().agent(op);
      frame.machine().copies().progress();
      Box from = copy.source(frame);
      Box to = copy.target(frame);
      PhaseBarriers own = slot.barriers(frame);
      int index = slot.index(frame);
      List<Block> blocks = agent.block().along(along);
      if (!alone) {
        long time = frame.machine().countExecution(op);
        agent.team().sharedBoxes().share(op, time, agent.block(), blocks, from);
      }
      Part part = Part.of(to, blocks.indexOf(agent.block()), blocks.size(), op);
      for (Block block : blocks) {
        boolean isOwn = block == agent.block();
        PhaseBarriers barriers =
            isOwn ? own : PeerMemory.of(block, arrays, PhaseBarriers.class, agent, place);
        Buffer buffer =
            isOwn ? to.buffer() : PeerMemory.of(block, buffers, Buffer.class, agent, place);
        Box source = part.in(from, from.buffer());
        Box target = part.in(to, buffer);
        BoxAccess access = agent.queues().beginBox(target, place);
        block.expect(access);
        Clock told = agent.release();
        agent
            .team()
            .land(() -> {
              copy.move(source, target);
              barriers.deliver(index, bytes / blocks.size(), told, access);
            });
      }
      agent.mayPause();
    };
  }

  /** One of several equal parts of a box, along a dimension that is counted from the last. */
  private record Part(int dimension, int number, int count) {
    static Part of(Box box, int number, int count, Operation op) {
      for (int d = 0; d < box.rank(); d++) {
        if (box.size(d) % count == 0) {
          return new Part(box.rank() - d, number, count);
        }
      }
      throw new SimulationFailure(
          op.error("multicasts a box of which %d blocks can't fetch equal parts", count));
    }

    Box in(Box whole, Buffer buffer) {
      long[] offsets = new long[whole.rank()];
      long[] sizes = new long[whole.rank()];
      for (int d = 0; d < sizes.length; d++) {
        offsets[d] = whole.offset(d);
        sizes[d] = whole.size(d);
      }
      int at = whole.rank() - dimension;
      if (count > 1) {
        sizes[at] /= count;
        offsets[at] += number * sizes[at];
      }
      return new Box(buffer, offsets, sizes);
    }
  }

  static Code decode(TmaStoreOp op) {
    var copy = new CopyDecoder(op, op);
    int staging = Decoder.slot(op.staging());
    long[] sizes = op.sourceRegion().sizes().stream().mapToLong(Long::longValue).toArray();
    var touch = new Touch(op.location());
    return frame -> {
      Machine machine = frame.machine();
      Agent agent = machine.agent(op);
      machine.copies().progress();
      Buffer pieces = frame.buffer(staging);
      agent.queues().awaitStores(pieces);
      Box from = copy.source(frame);
      Box to = copy.target(frame);
      Box through = Box.whole(pieces);
      touch.write(machine, through, Touch.Edge.REFUSED);
      // What is taken away later is what the fragment holds now.
      Buffer held = Buffer.poisoned(from.buffer().type(), sizes);
      Box whole = Box.whole(held);
      Rows rows = new Rows(from);
      Rows kept = new Rows(whole);
      while (rows.next() && kept.next()) {
        for (int i = 0; i < rows.length(); i++) {
          held.setBits(kept.place() + i, from.buffer().bits(rows.place() + i));
        }
      }
      agent.queues().beginStore(through, op.location(), () -> copy.move(whole, to));
      agent.mayPause();
    };
  }
}
