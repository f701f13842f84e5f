// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify;

import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What roles must keep to whatever the order in which they go on. */
final class RoleRules {
  private static final long WARPGROUP = 4;
  private static final long REGISTERS = 64 * 1024;
  private static final long MOST_AT_LAUNCH = 255;
  private static final long STEP = 8;

  private final RolesOp op;
  private final LaunchOp launch;
  private final Diagnostics diagnostics;

  private RoleRules(RolesOp op, LaunchOp launch, Diagnostics diagnostics) {
    this.op = op;
    this.launch = launch;
    this.diagnostics = diagnostics;
  }

  static boolean verify(LaunchOp launch, Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    for (Operation top : launch.body().entry()) {
      if (top instanceof RolesOp roles) {
        RoleRules rules = new RoleRules(roles, launch, diagnostics);
        rules.verifyRegisters();
        rules.verifyNumbers();
      }
    }
    return diagnostics.errorCount() == before;
  }

  // --- Registers --------------------------------------------------------------------------------

  private void verifyRegisters() {
    long launched = launchRegisters();
    long wanted = 0;
    boolean anyone = false;
    for (RolesOp.Role role : op.roles()) {
      long each = role.registers() == 0 ? launched : role.registers();
      anyone |= role.registers() != 0;
      wanted += each * role.threads();
      if (role.registers() != 0 && !isOfWholeWarpgroups(role)) {
        diagnostics.report(
            op.error(
                "registers: role '%s' asks for %d of them, which only whole warpgroups can, and it"
                    + " has %d warps",
                role.name(), role.registers(), role.warps()));
        return;
      }
    }
    long there = launched * launch.threads().longValue();
    if (anyone && wanted > there) {
      diagnostics.report(
          op.error(
                  "registers: the roles ask for %d together, but a block of %d threads is launched"
                      + " with %d, %d for each: who asks for more waits for ever",
                  wanted, launch.threads().longValue(), there, launched)
              .note(launch.location(), "the launch is here"));
    }
  }

  /** Do all warps of the warpgroups that a role has warps of ask for as many as it does? */
  private boolean isOfWholeWarpgroups(RolesOp.Role role) {
    long group = WARPGROUP * RolesOp.WARP_SIZE;
    long first = role.firstThread() / group * group;
    long end = Math.ceilDiv(role.firstThread() + role.threads(), group) * group;
    long asking = 0;
    for (RolesOp.Role other : op.roles()) {
      if (other.registers() == role.registers()) {
        long from = Math.max(first, other.firstThread());
        long to = Math.min(end, other.firstThread() + other.threads());
        asking += Math.max(0, to - from);
      }
    }
    return asking == end - first;
  }

  /** How many registers a thread is launched with, if others want as many as there are. */
  private long launchRegisters() {
    long warps = Math.max(1, launch.threads().longValue() / RolesOp.WARP_SIZE);
    long blocks = launch.residentBlocks();
    // A quarter of a multiprocessor has every fourth warp.
    long ofLane = REGISTERS / RolesOp.WARP_SIZE / WARPGROUP;
    long perQuarter = Math.ceilDiv(warps, WARPGROUP);
    return Math.min(MOST_AT_LAUNCH, ofLane / perQuarter / blocks / STEP * STEP);
  }

  // --- Barriers with numbers --------------------------------------------------------------------

  private record Use(RolesOp.Role role, Operation op, long threads) {}

  private void verifyNumbers() {
    Map<Long, List<Use>> uses = new TreeMap<>();
    for (RolesOp.Role role : op.roles()) {
      role.body()
          .forEach(top ->
              top.walk(inner -> {
                switch (inner) {
                  case NamedSyncOp sync ->
                      add(uses, sync.number().longValue(), role, sync, sync.threads().longValue());
                  case NamedArriveOp arrive ->
                      add(
                          uses,
                          arrive.number().longValue(),
                          role,
                          arrive,
                          arrive.threads().longValue());
                  default -> {}
                }
              }));
    }
    uses.forEach(this::verifyNumber);
  }

  private static void add(
      Map<Long, List<Use>> uses, long number, RolesOp.Role role, Operation op, long threads) {
    uses.computeIfAbsent(number, _ -> new ArrayList<>()).add(new Use(role, op, threads));
  }

  /** Roles that use a number must be those, all of them, that it counts. */
  private void verifyNumber(long number, List<Use> uses) {
    List<RolesOp.Role> roles = uses.stream().map(Use::role).distinct().toList();
    long together = roles.stream().mapToLong(RolesOp.Role::threads).sum();
    for (Use use : uses) {
      if (use.threads() < together) {
        Use other =
            uses.stream()
                .filter(each -> each.role() != use.role())
                .findFirst()
                .orElse(uses.getLast());
        diagnostics.report(
            use.op()
                .error(
                    "numbered barrier %d counts %d threads, but roles of %d threads use it that"
                        + " nothing orders",
                    number, use.threads(), together)
                .note(other.op().location(), "role '%s' uses it, too", other.role().name()));
        return;
      }
    }
  }
}
