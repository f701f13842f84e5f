// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.EnterOp;
import dev.azulejo.dialect.pipeline.PerformOp;
import dev.azulejo.dialect.pipeline.RingOp;
import dev.azulejo.dialect.pipeline.RingStep;
import dev.azulejo.dialect.pipeline.RoleOp;
import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The programs of a schedule, matched with the statements and loops of its launch. */
final class Programs {
  private final LaunchTree tree;
  private final Reports reports;
  private final Map<Value, RingPlan> rings = new LinkedHashMap<>();
  private final List<RolePlan> roles = new ArrayList<>();
  private final Map<String, Operation> placed = new LinkedHashMap<>();

  private Programs(LaunchTree tree, Reports reports) {
    this.tree = tree;
    this.reports = reports;
  }

  /** Matches, and reports what does not. */
  static Programs of(ScheduleOp schedule, LaunchTree tree, Reports reports) {
    Programs programs = new Programs(tree, reports);
    for (RingOp ring : schedule.rings()) {
      programs.rings.put(ring.ring(), new RingPlan(ring));
    }
    for (RoleOp role : schedule.roles()) {
      Body body = new Body(tree.root());
      programs.read(role.program(), body, new LinkedHashMap<>());
      programs.roles.add(new RolePlan(role, body));
    }
    programs.checkPlaced();
    return programs;
  }

  LaunchTree tree() {
    return tree;
  }

  /** The rings, in the order of the schedule. */
  List<RingPlan> rings() {
    return List.copyOf(rings.values());
  }

  /** The roles, in the order of the schedule. */
  List<RolePlan> roles() {
    return roles;
  }

  /** The ring that a buffer belongs to, or null. */
  @Nullable RingPlan ringOf(@Nullable Value root) {
    for (RingPlan ring : rings.values()) {
      if (ring.holds(root)) {
        return ring;
      }
    }
    return null;
  }

  /** The rings whose buffers are touched. */
  Set<RingPlan> ringsOf(List<Touch> touches) {
    Set<RingPlan> touched = new LinkedHashSet<>();
    for (Touch touch : touches) {
      RingPlan ring = ringOf(touch.root());
      if (ring != null) {
        touched.add(ring);
      }
    }
    return touched;
  }

  private void read(Region program, Body body, Map<String, Operation> before) {
    for (Operation op : program.entry()) {
      switch (op) {
        case PerformOp perform -> readPerform(perform, body, before);
        case EnterOp enter -> readEnter(enter, body, before);
        case RingStep step -> {
          RingPlan ring = rings.get(step.ring());
          if (ring == null) {
            reports.error(op, "is no step of a ring of this schedule");
          } else {
            body.entries().add(new Entry.Step(step, ring));
          }
        }
        default -> {}
      }
    }
  }

  private void readPerform(PerformOp perform, Body body, Map<String, Operation> before) {
    String id = perform.statement().value();
    placed.putIfAbsent(id, perform);
    Statement statement = tree.statement(id);
    if (statement == null) {
      if (tree.scope(id) == null && reports.isEmpty()) {
        reports.error(perform, "performs '%s', but no statement of the launch is called so", id);
      }
      return;
    }
    Operation first = before.putIfAbsent(id, perform);
    if (first != null) {
      reports.error(
          perform,
          "performs '" + id + "' a second time; a role performs a statement once",
          first,
          "the first time is here");
    } else if (statement.scope() != body.scope()) {
      reports.error(
          perform,
          "performs '%s' in %s, but it stands in %s"
              .formatted(id, body.scope().inWords(), statement.scope().inWords()),
          statement.op(),
          "it stands here");
    } else {
      body.entries().add(new Entry.Perform(perform, statement));
    }
  }

  private void readEnter(EnterOp enter, Body body, Map<String, Operation> before) {
    String id = enter.scope().value();
    placed.putIfAbsent(id, enter);
    Scope scope = tree.scope(id);
    if (scope == null) {
      if (reports.isEmpty()) {
        reports.error(enter, "enters '%s', but no loop of the launch is called so", id);
      }
      return;
    }
    Operation first = before.putIfAbsent(id, enter);
    Operation loop = scope.loop();
    if (first != null) {
      reports.error(
          enter,
          "enters '"
              + id
              + "' a second time; a role goes through a loop once in an iteration of"
              + " what is around it",
          first,
          "the first time is here");
    } else if (scope.parent() != body.scope() && scope.parent() != null && loop != null) {
      reports.error(
          enter,
          "enters '%s' in %s, but it stands in %s"
              .formatted(id, body.scope().inWords(), scope.parent().inWords()),
          loop,
          "it stands here");
    } else {
      Body inner = new Body(scope);
      read(enter.program(), inner, before);
      body.entries().add(new Entry.Enter(enter, inner));
    }
  }

  private void checkPlaced() {
    for (Statement statement : tree.statements()) {
      if (!placed.containsKey(statement.id())) {
        reports.error(statement.op(), "is called '%s', but no role performs it", statement.id());
      }
    }
  }
}
