// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import org.jspecify.annotations.Nullable;

/** What in a launch says that its writer has made the schedule. */
final class OwnSchedule {
  private OwnSchedule() {}

  /** What of it there is, or null. */
  static @Nullable String of(LaunchOp launch) {
    @Nullable String[] found = new String[1];
    launch.walk(op -> {
      if (found[0] == null) {
        found[0] = sign(op);
      }
    });
    return found[0];
  }

  private static @Nullable String sign(Operation op) {
    return switch (op) {
      case RolesOp _ -> "the launch has roles already";
      case ScheduleOp _ -> "the launch has a schedule of roles";
      case AllocOp _ -> "the launch has barriers of its own";
      case GemmOp gemm when gemm.asynchronous() -> "the launch waits for products itself";
      case ForOp loop when loop.depth() > 0 && Frames.pipelined(loop) != null ->
          "pipelined loops stand in each other";
      default -> Schedule.isOn(op) ? "the launch has a schedule of its own" : null;
    };
  }
}
