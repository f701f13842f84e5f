// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that what a role uses is there for it. */
final class OperandCheck {
  private final Programs programs;
  private final Reports reports;
  private final Diagnostics diagnostics;
  private final Map<Statement, Map<RolePlan, Entry.Perform>> performers = new LinkedHashMap<>();

  OperandCheck(Programs programs, Reports reports, Diagnostics diagnostics) {
    this.programs = programs;
    this.reports = reports;
    this.diagnostics = diagnostics;
    for (RolePlan role : programs.roles()) {
      for (Entry.Perform perform : role.program().performed()) {
        performers
            .computeIfAbsent(perform.statement(), _ -> new LinkedHashMap<>())
            .put(role, perform);
      }
    }
  }

  void run() {
    for (Statement statement : programs.tree().statements()) {
      checkResults(statement);
      checkRings(statement);
      checkCopies(statement);
    }
    programs.tree().scopes().forEach(this::checkUniform);
    for (RolePlan role : programs.roles()) {
      checkPrivate(role);
    }
    remarkShared();
  }

  private Map<RolePlan, Entry.Perform> performers(Statement statement) {
    return performers.getOrDefault(statement, Map.of());
  }

  /** Values of statements are not handed from one to another: each role has its own. */
  private void checkResults(Statement statement) {
    for (Value result : statement.op().results()) {
      if (!result.isUnused()) {
        reports.error(
            statement.op(),
            "is called '%s' and has a result that is used; what statements hand on belongs in"
                + " buffers",
            statement.id());
        return;
      }
    }
  }

  private void checkRings(Statement statement) {
    RingPlan written = null;
    for (Touch touch : statement.touches()) {
      RingPlan ring = touch.isWrite() ? programs.ringOf(touch.root()) : null;
      if (ring != null && written != null && written != ring) {
        reports.error(
            statement.op(),
            "is called '%s' and writes buffers of rings '%s' and '%s'; it can trigger one ring only:"
                + " make two statements of it",
            statement.id(),
            written.name(),
            ring.name());
        return;
      }
      written = ring == null ? written : ring;
    }
  }

  /** A statement of several roles is done by each of them, so it must be theirs alone. */
  private void checkCopies(Statement statement) {
    if (performers(statement).size() < 2) {
      return;
    }
    Entry.Perform second = List.copyOf(performers(statement).values()).get(1);
    for (Touch touch : statement.touches()) {
      RingPlan ring = programs.ringOf(touch.root());
      if (ring != null) {
        reports.error(
            second.op(),
            "performs '%s', as another role does, but it uses a buffer of ring '%s'"
                .formatted(statement.id(), ring.name()),
            touch.op(),
            "it is used here");
        return;
      }
      if (touch.isWrite() && !isPrivate(touch.root())) {
        reports.error(
            second.op(),
            "performs '%s', as another role does, but it writes memory that roles share"
                .formatted(statement.id()),
            touch.op(),
            "it is written here");
        return;
      }
    }
  }

  private static boolean isPrivate(@Nullable Value root) {
    Space space = root == null ? null : Space.of(root);
    return space == Space.FRAGMENT || space == Space.LOCAL;
  }

  private void checkUniform(Scope scope) {
    Operation loop = scope.loop();
    for (Touch touch : programs.tree().touchesOf(scope)) {
      RingPlan ring = programs.ringOf(touch.root());
      if (ring != null && loop != null) {
        reports.error(
            loop,
            "is entered as '%s', but a buffer of ring '%s' decides whether it goes on; that must be"
                    .formatted(scope.id(), ring.name())
                + " the same for all roles",
            touch.op(),
            "the buffer is read here");
        return;
      }
    }
  }

  /** What a role keeps in registers it computes itself: all that writes it must be done there. */
  private void checkPrivate(RolePlan role) {
    List<Statement> own = new ArrayList<>();
    role.program().performed().forEach(perform -> own.add(perform.statement()));
    Map<Value, Touch> used = new LinkedHashMap<>();
    for (Statement statement : own) {
      statement.touches().forEach(touch -> notePrivate(touch, used));
    }
    for (Body body : role.program().all()) {
      if (!body.scope().isRoot()) {
        programs.tree().touchesOf(body.scope()).forEach(touch -> notePrivate(touch, used));
      }
    }
    used.forEach((root, touch) -> {
      for (Statement statement : programs.tree().statements()) {
        boolean writes =
            statement.touches().stream().anyMatch(other -> other.isWrite() && other.root() == root);
        if (writes && !own.contains(statement)) {
          reports.error(
              touch.op(),
              "reads for role '%s' what its threads keep, but '%s' writes it and is not performed by"
                      .formatted(role.name(), statement.id())
                  + " that role",
              statement.op(),
              "it is written here");
          return;
        }
      }
    });
  }

  private static void notePrivate(Touch touch, Map<Value, Touch> used) {
    Value root = touch.root();
    if (root != null && !touch.isWrite() && isPrivate(root)) {
      used.putIfAbsent(root, touch);
    }
  }

  /** Says what roles use together in shared memory though no ring hands it over. */
  private void remarkShared() {
    Map<Value, Set<String>> users = new LinkedHashMap<>();
    Map<Value, Touch> written = new LinkedHashMap<>();
    performers.forEach((statement, roles) -> {
      for (Touch touch : statement.touches()) {
        Value root = touch.root();
        if (root != null && Space.of(root) == Space.SHARED && programs.ringOf(root) == null) {
          roles
              .keySet()
              .forEach(
                  role -> users.computeIfAbsent(root, _ -> new LinkedHashSet<>()).add(role.name()));
          if (touch.isWrite()) {
            written.putIfAbsent(root, touch);
          }
        }
      }
    });
    written.forEach((root, touch) -> {
      Set<String> names = users.getOrDefault(root, Set.of());
      Operation alloc = root.definingOp();
      if (names.size() > 1 && alloc != null) {
        diagnostics.report(
            alloc
                .remark(
                    "is shared by roles %s, and no ring hands it over: they have to wait for each"
                        + " other themselves",
                    String.join(", ", names))
                .note(touch.op().location(), "it is written here"));
      }
    });
  }
}
