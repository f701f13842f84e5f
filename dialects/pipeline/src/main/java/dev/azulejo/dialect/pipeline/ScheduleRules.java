// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the parts of a schedule must keep to among each other. */
final class ScheduleRules {
  private ScheduleRules() {}

  static void verify(ScheduleOp schedule, Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    verifyPlace(schedule, diagnostics);
    for (Operation op : schedule.body().entry()) {
      if (!(op instanceof RingOp) && !(op instanceof RoleOp)) {
        diagnostics.report(op.error("has no place in a schedule, which has rings and roles"));
      }
    }
    if (diagnostics.errorCount() == before) {
      verifyRings(schedule, diagnostics);
      verifyRoles(schedule, diagnostics);
    }
  }

  private static void verifyPlace(ScheduleOp schedule, Diagnostics diagnostics) {
    Block block = schedule.block();
    for (Operation op : block == null ? List.<Operation>of() : block.operations()) {
      if (op instanceof ScheduleOp other && op != schedule && op.isBeforeInBlock(schedule)) {
        diagnostics.report(
            schedule
                .error("is the second one of its launch")
                .note(other.location(), "the first one is here"));
        return;
      }
    }
  }

  private static void verifyRings(ScheduleOp schedule, Diagnostics diagnostics) {
    Map<String, RingOp> byLabel = new LinkedHashMap<>();
    Map<Value, RingOp> byBuffer = new LinkedHashMap<>();
    for (RingOp ring : schedule.rings()) {
      RingOp same = byLabel.putIfAbsent(ring.label().value(), ring);
      if (same != null) {
        diagnostics.report(
            ring.error("is the second ring that is called '%s'", ring.label().value())
                .note(same.location(), "the first one is here"));
        return;
      }
      for (Value buffer : ring.buffers()) {
        RingOp other = byBuffer.putIfAbsent(BufferRegion.rootOf(buffer), ring);
        if (other != null) {
          diagnostics.report(
              ring.error(
                      "has a buffer of ring '%s'; a buffer belongs to one ring, once",
                      other.label().value())
                  .note(other.location(), "the other ring is here"));
          return;
        }
      }
    }
  }

  private static void verifyRoles(ScheduleOp schedule, Diagnostics diagnostics) {
    List<RoleOp> roles = schedule.roles();
    if (roles.isEmpty()) {
      diagnostics.report(schedule.error("has no role"));
    }
    for (int i = 0; i < roles.size(); i++) {
      RoleOp role = roles.get(i);
      if (role.end().longValue() > schedule.warps().longValue()) {
        diagnostics.report(
            role.error(
                "has warps up to %d, but the schedule has %d",
                role.end().longValue(), schedule.warps().longValue()));
      }
      verifyProgram(role.program(), diagnostics);
      for (RoleOp other : roles.subList(0, i)) {
        verifyPair(role, other, diagnostics);
      }
    }
  }

  private static void verifyProgram(Region program, Diagnostics diagnostics) {
    for (Operation op : program.entry()) {
      if (op instanceof EnterOp enter) {
        verifyProgram(enter.program(), diagnostics);
      } else if (!(op instanceof PerformOp) && !(op instanceof RingStep)) {
        diagnostics.report(
            op.error(
                "has no place in a program, which performs statements, enters loops and takes steps"
                    + " of rings"));
      }
    }
  }

  private static void verifyPair(RoleOp role, RoleOp other, Diagnostics diagnostics) {
    long first = role.first().longValue();
    long end = role.end().longValue();
    String message = null;
    if (role.label().equals(other.label())) {
      message = "is the second role of that name";
    } else if (first < other.end().longValue() && other.first().longValue() < end) {
      message = "has warps that role '" + other.label().value() + "' has, too";
    } else if (sharesWarpgroup(role, other) && registers(role) != registers(other)) {
      message =
          "takes %s, and role '%s' of the same warpgroup %s; registers are taken by whole warpgroups"
              .formatted(inWords(role), other.label().value(), inWords(other));
    }
    if (message != null) {
      diagnostics.report(
          role.error("%s", message).note(other.location(), "the other role is here"));
    }
  }

  private static boolean sharesWarpgroup(RoleOp role, RoleOp other) {
    long group = ScheduleOp.WARPGROUP;
    return role.first().longValue() / group <= (other.end().longValue() - 1) / group
        && other.first().longValue() / group <= (role.end().longValue() - 1) / group;
  }

  private static long registers(RoleOp role) {
    return role.registers().map(IntegerAttr::longValue).orElse(0L);
  }

  private static String inWords(RoleOp role) {
    return registers(role) == 0 ? "no registers" : registers(role) + " registers";
  }
}
