// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.PassTurnOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.pipeline.StatementOp;
import dev.azulejo.dialect.pipeline.TakeTurnOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.memory.AsyncCopies;
import dev.azulejo.simulator.scalar.Scalars;

/** The code of pipelines. A pipelined loop that no pass has overlapped is a plain one. */
final class PipelineDecoder {
  private final Decoder decoder;

  PipelineDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  Code decode(Operation op) {
    return switch (op) {
      case ForOp loop -> loop(loop);
      case RolesOp roles -> ClusterLaunch.roles(roles, decoder);
      case OrdinalOp ordinal -> ordinal(ordinal);
      case SlotOp slot -> slot(slot);
      case ParityOp parity -> parity(parity);
      // What a launch computes does not depend on who is to do it.
      case ScheduleOp _ -> _ -> {};
      case StatementOp statement -> decoder.body(statement.body());
      // One thread of control has no one to take turns with.
      case TakeTurnOp _, PassTurnOp _ -> _ -> {};
      case CommitGroupOp _ -> frame -> frame.machine().copies().commit();
      case WaitGroupOp wait -> {
        long pending = wait.pending().longValue();
        yield frame -> {
          AsyncCopies copies = frame.machine().copies();
          long covered = copies.covered(pending);
          copies.waitFor(pending);
          Agent agent = frame.machine().agent();
          if (agent != null) {
            agent.queues().copiesAreOver(covered);
          }
        };
      }
      default -> throw Decoder.unsupported(op);
    };
  }

  private Code loop(ForOp op) {
    Bound from = bound(op.from());
    Bound to = bound(op.to());
    int index = Decoder.slot(op.index());
    Code body = decoder.body(op.region());
    Location place = op.location();
    return frame -> {
      long end = to.in(frame);
      for (long i = from.in(frame); i < end; i++) {
        frame.step(place);
        frame.setScalar(index, i);
        body.run(frame);
      }
    };
  }

  private interface Bound {
    long in(Frame frame);
  }

  private static Bound bound(Offset offset) {
    return switch (offset) {
      case Offset.Constant constant -> _ -> constant.value();
      case Offset.Dynamic dynamic -> {
        int slot = Decoder.slot(dynamic.value());
        yield frame -> frame.scalar(slot);
      }
    };
  }

  private static Code ordinal(OrdinalOp op) {
    int to = Decoder.slot(op.result());
    return frame -> frame.setScalar(to, frame.machine().countExecution(op));
  }

  private static Code slot(SlotOp op) {
    int from = Decoder.slot(op.ordinal());
    int to = Decoder.slot(op.result());
    long depth = op.depth().longValue();
    return frame -> frame.setScalar(to, Math.floorMod(frame.scalar(from), depth));
  }

  private static Code parity(ParityOp op) {
    int from = Decoder.slot(op.ordinal());
    int to = Decoder.slot(op.result());
    long depth = op.depth().longValue();
    boolean flipped = op.flipped();
    return frame -> {
      long turn = Math.floorDiv(frame.scalar(from), depth);
      frame.setScalar(to, Scalars.truth((turn & 1) == 1 ^ flipped));
    };
  }
}
