// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.diag.Diagnostics;
import org.jspecify.annotations.Nullable;

/** What roles must keep to. */
final class RoleRules {
  private static final long MAX_WARPS = 32;
  private static final long MIN_REGISTERS = 24;
  private static final long MAX_REGISTERS = 256;
  private static final long REGISTER_STEP = 8;

  private RoleRules() {}

  static void verify(RolesOp op, Diagnostics diagnostics) {
    int count = op.bodies().size();
    int taking = op.registers().map(DenseArrayAttr::size).orElse(count);
    if (count < 1
        || op.names().elements().size() != count
        || op.warps().size() != count
        || taking != count) {
      diagnostics.report(op.error("must have a name, warps and a body for each role"));
      return;
    }
    for (RolesOp.Role role : op.roles()) {
      if (role.region().isEmpty() || !role.body().arguments().isEmpty()) {
        diagnostics.report(
            op.error("must have a body without arguments for role '%s'", role.name()));
        return;
      }
      if (role.warps() < 1 || role.warps() > MAX_WARPS) {
        diagnostics.report(
            op.error(
                "has %d warps in role '%s'; 1 to %d are possible",
                role.warps(), role.name(), MAX_WARPS));
        return;
      }
      if (!canTake(role.registers())) {
        diagnostics.report(
            op.error(
                "has %d registers for role '%s'; 0 and multiples of %d from %d to %d are possible",
                role.registers(), role.name(), REGISTER_STEP, MIN_REGISTERS, MAX_REGISTERS));
        return;
      }
    }
    verifyPlace(op, diagnostics);
  }

  private static boolean canTake(long registers) {
    return registers == 0
        || (registers >= MIN_REGISTERS
            && registers <= MAX_REGISTERS
            && registers % REGISTER_STEP == 0);
  }

  private static void verifyPlace(RolesOp op, Diagnostics diagnostics) {
    if (!(op.parentOp() instanceof LaunchOp launch)) {
      diagnostics.report(op.error("must stand directly in the body of a 'tile.launch'"));
      return;
    }
    for (Operation other = op.previous(); other != null; other = other.previous()) {
      if (other instanceof RolesOp) {
        diagnostics.report(
            op.error("divides the warps of a block a second time")
                .note(other.location(), "they were divided here"));
        return;
      }
    }
    for (Operation other = op.next(); other != null; other = other.next()) {
      if (!Accesses.of(other).isEmpty()) {
        diagnostics.report(
            op.error("must be the last thing that a block does, for its threads don't meet again")
                .note(other.location(), "this stands behind it"));
        return;
      }
    }
    long threads = 0;
    for (RolesOp.Role role : op.roles()) {
      threads += role.threads();
    }
    if (threads != launch.threads().longValue()) {
      diagnostics.report(
          op.error(
                  "has roles of %d threads together, but the block has %d",
                  threads, launch.threads().longValue())
              .note(launch.location(), "the launch is here"));
    }
  }

  /** Reports fragments and local buffers in a role that were not allocated there. */
  static void verifyBuffers(RolesOp op, Diagnostics diagnostics) {
    for (RolesOp.Role role : op.roles()) {
      role.body().forEach(top -> top.walk(inner -> verifyBuffers(inner, role, diagnostics)));
    }
  }

  private static void verifyBuffers(Operation op, RolesOp.Role role, Diagnostics diagnostics) {
    for (Value value : op.operands()) {
      Space space = Space.of(value);
      Operation owner = value.definingOp();
      if (space == null || space == Space.GLOBAL || space == Space.SHARED || owner == null) {
        continue;
      }
      if (!isIn(owner, role.region())) {
        diagnostics.report(
            op.error(
                    "uses a %s buffer in role '%s', which must allocate it itself",
                    space.spelling(), role.name())
                .note(owner.location(), "it is allocated here"));
        return;
      }
    }
  }

  /** Is an operation in a region, at any depth? */
  static boolean isIn(Operation op, Region region) {
    for (@Nullable Operation at = op; at != null; at = at.parentOp()) {
      if (at.block() != null && at.block().region() == region) {
        return true;
      }
    }
    return false;
  }
}
