// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.RoleOp;
import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The warps of a block in order: those of roles, and those that have nothing to do. Registers are
 * taken by whole warpgroups, so idle warps take what others of their warpgroup do, and warpgroups
 * that are idle altogether give as many away as the most generous role.
 */
final class Warps {
  /** Who asks for so many or more takes registers, rather than giving some away. */
  private static final long TAKING = 128;

  private final List<String> names = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private final List<Long> registers = new ArrayList<>();
  private final Map<String, RolePlan> plans = new LinkedHashMap<>();
  private final List<RolePlan> roles;
  private final long all;

  private Warps(List<RolePlan> roles, long all) {
    this.roles = roles;
    this.all = all;
  }

  static Warps of(ScheduleOp schedule, List<RolePlan> roles) {
    List<RolePlan> sorted = new ArrayList<>(roles);
    sorted.sort(Comparator.comparingLong(role -> role.op().first().longValue()));
    Warps warps = new Warps(sorted, schedule.warps().longValue());
    long at = 0;
    for (RolePlan role : sorted) {
      warps.addIdle(at, role.op().first().longValue());
      warps.add(role.name(), role.op().first().longValue(), role.op().end().longValue());
      warps.registers.add(asked(role.op()));
      warps.plans.put(role.name(), role);
      at = role.op().end().longValue();
    }
    warps.addIdle(at, warps.all);
    return warps;
  }

  private void add(String name, long from, long to) {
    names.add(name);
    counts.add(to - from);
  }

  /** Adds idle warps, those of different warpgroups apart where they take different numbers. */
  private void addIdle(long from, long to) {
    long at = from;
    while (at < to) {
      long taken = ofIdle(at);
      long end = at;
      while (end < to && ofIdle(end) == taken) {
        end = Math.min(to, (end / ScheduleOp.WARPGROUP + 1) * ScheduleOp.WARPGROUP);
      }
      add(idleName(), at, end);
      registers.add(taken);
      at = end;
    }
  }

  private String idleName() {
    int number = 1;
    String name = "idle";
    while (isTaken(name)) {
      number++;
      name = "idle_" + number;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return names.contains(name) || roles.stream().anyMatch(role -> role.name().equals(name));
  }

  /** How many registers an idle warp takes. */
  private long ofIdle(long warp) {
    long group = warp / ScheduleOp.WARPGROUP;
    long least = 0;
    for (RolePlan role : roles) {
      RoleOp op = role.op();
      long asked = asked(op);
      if (op.first().longValue() / ScheduleOp.WARPGROUP <= group
          && group <= (op.end().longValue() - 1) / ScheduleOp.WARPGROUP) {
        return asked;
      }
      if (asked > 0 && asked < TAKING && (least == 0 || asked < least)) {
        least = asked;
      }
    }
    return least;
  }

  private static long asked(RoleOp role) {
    return role.registers().map(IntegerAttr::longValue).orElse(0L);
  }

  /** How many warps there are. */
  long all() {
    return all;
  }

  List<String> names() {
    return names;
  }

  List<Long> counts() {
    return counts;
  }

  /** How many registers each takes; 0 for what it has. */
  List<Long> registers() {
    return registers;
  }

  boolean takesRegisters() {
    return registers.stream().anyMatch(count -> count > 0);
  }

  /** The role of a name, or null for idle warps. */
  @Nullable RolePlan planOf(String name) {
    return plans.get(name);
  }
}
