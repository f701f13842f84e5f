// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.barrier.BarrierArrayType;
import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.EnterOp;
import dev.azulejo.dialect.pipeline.PerformOp;
import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.dialect.pipeline.StatementId;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Effects;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.trait.LoopLike;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements and loops of a launch, by the names that a schedule calls them by. */
final class LaunchTree {
  private final LaunchOp launch;
  private final Reports reports;
  private final Set<String> entered = new LinkedHashSet<>();
  private final Scope root;
  private final Map<String, Scope> scopes = new LinkedHashMap<>();
  private final Map<String, Statement> statements = new LinkedHashMap<>();
  private final Map<String, Operation> named = new LinkedHashMap<>();

  private LaunchTree(LaunchOp launch, Reports reports) {
    this.launch = launch;
    this.reports = reports;
    this.root = new Scope("", null, launch.body().entry(), null, List.of());
  }

  /** Finds what can be performed and entered, and reports what can't be placed. */
  static LaunchTree of(LaunchOp launch, ScheduleOp schedule, Reports reports) {
    LaunchTree tree = new LaunchTree(launch, reports);
    Map<String, Operation> performed = new LinkedHashMap<>();
    schedule.walk(op -> {
      if (op instanceof EnterOp enter) {
        tree.entered.add(enter.scope().value());
      } else if (op instanceof PerformOp perform) {
        performed.putIfAbsent(perform.statement().value(), perform);
      }
    });
    for (String id : tree.entered) {
      Operation other = performed.get(id);
      if (other != null) {
        reports.error(other, "performs '%s' as one statement, but a program enters it", id);
      }
    }
    tree.add(tree.root.body(), tree.root, List.of());
    return tree;
  }

  LaunchOp launch() {
    return launch;
  }

  Scope root() {
    return root;
  }

  /** The loop of a name, or null. */
  @Nullable Scope scope(String id) {
    return scopes.get(id);
  }

  /** The statement of a name, or null. */
  @Nullable Statement statement(String id) {
    return statements.get(id);
  }

  /** All statements, in the order of the text. */
  List<Statement> statements() {
    return List.copyOf(statements.values());
  }

  /** All loops that programs enter, in the order of the text. */
  List<Scope> scopes() {
    return List.copyOf(scopes.values());
  }

  private void add(Block block, Scope scope, List<Value> guards) {
    for (Operation op : block) {
      if (op instanceof ScheduleOp || op instanceof Terminator || isAlloc(op)) {
        continue;
      }
      String id = StatementId.of(op);
      if (id != null) {
        addNamed(id, op, scope, guards);
      } else if (op instanceof IfOp branch && op.resultCount() == 0 && !Bindings.isBinding(op)) {
        addGuarded(branch, scope, guards);
      } else if (!Bindings.isBinding(op)) {
        reports.error(op, "carries no %s, so no program can place it", StatementId.ATTRIBUTE);
      }
    }
  }

  private static boolean isAlloc(Operation op) {
    return op instanceof AllocOp || op instanceof dev.azulejo.dialect.barrier.AllocOp;
  }

  private void addNamed(String id, Operation op, Scope scope, List<Value> guards) {
    Operation other = named.putIfAbsent(id, op);
    if (other != null) {
      reports.error(
          op, "is called '%s', as another statement is".formatted(id), other, "that one is here");
    } else if (entered.contains(id)) {
      addScope(id, op, scope, guards);
    } else {
      checkNested(id, op);
      statements.put(id, new Statement(id, op, scope, guards, touches(id, op, guards)));
    }
  }

  private void addGuarded(IfOp branch, Scope scope, List<Value> guards) {
    Block otherwise = branch.elseBlock();
    if (otherwise != null && !isTrivial(otherwise)) {
      reports.error(
          branch,
          "has an else branch around what a schedule places; give the whole a %s, or write two"
              + " conditions",
          StatementId.ATTRIBUTE);
      return;
    }
    List<Value> all = new ArrayList<>(guards);
    all.add(branch.condition());
    add(branch.thenBlock(), scope, all);
  }

  private static boolean isTrivial(Block block) {
    return block.first() == block.last();
  }

  private void addScope(String id, Operation op, Scope parent, List<Value> guards) {
    if (!(op instanceof LoopLike)) {
      reports.error(op, "is entered as '%s', but is no loop", id);
      return;
    }
    ScopeLoop loop = ScopeLoop.of(op);
    if (loop == null) {
      reports.error(op, "is entered as '%s', but is no loop that roles can go through", id);
      return;
    }
    String problem = loop.problem();
    if (problem != null) {
      reports.error(op, "is entered as '%s', but %s", id, problem);
      return;
    }
    Scope scope = new Scope(id, op, loop.body(), parent, guards);
    scopes.put(id, scope);
    add(loop.body(), scope, List.of());
  }

  /** What stands in a statement goes with it: no program may place it by itself. */
  private void checkNested(String id, Operation op) {
    op.walk(inner -> {
      String other = inner == op ? null : StatementId.of(inner);
      if (other != null) {
        reports.error(
            inner,
            "is called '%s', but stands in '%s', which nobody enters".formatted(other, id),
            op,
            "it is performed as one statement");
      }
    });
  }

  // --- What statements touch --------------------------------------------------------------------

  private List<Touch> touches(String id, Operation op, List<Value> guards) {
    List<Touch> touches = new ArrayList<>();
    addTouches(op, touches);
    Set<Value> values = new LinkedHashSet<>(guards);
    values.addAll(Bindings.freeValues(op));
    addBehind(values, op, touches);
    if (Accesses.of(op).unknown() && !onlyWaits(op)) {
      reports.error(op, "is called '%s', but may touch anything; no role can be given it", id);
    }
    return touches;
  }

  /** Is all that nobody knows about it that it waits? */
  private static boolean onlyWaits(Operation op) {
    boolean[] good = {true};
    op.walk(inner -> good[0] &= isWait(inner) || inner instanceof Effects);
    op.walk(inner -> good[0] &= isWait(inner) || !(inner instanceof UnknownEffects));
    return good[0];
  }

  private static boolean isWait(Operation op) {
    return op instanceof WaitGroupOp
        || op instanceof CommitGroupOp
        || op instanceof SyncOp
        || op instanceof NamedSyncOp
        || op instanceof NamedArriveOp
        || op instanceof WaitGemmOp;
  }

  private static void addTouches(Operation op, List<Touch> touches) {
    op.walk(inner -> {
      if (inner instanceof Accessing accessing) {
        accessing.accesses(access -> addTouch(access, inner, op, touches));
      }
    });
  }

  private static void addTouch(Access access, Operation op, Operation whole, List<Touch> touches) {
    BufferRegion region = access.region();
    if (region == null
        || access.mode() == Access.Mode.ALLOCATE
        || region.buffer().type() instanceof BarrierArrayType) {
      return;
    }
    // What a statement allocates for itself is nobody else's.
    Operation source = region.root().definingOp();
    if (source == null || !source.isInside(whole)) {
      touches.add(new Touch(access, op));
    }
  }

  /** Adds what is read to compute values that an operation uses, and checks that it is still so. */
  private void addBehind(Set<Value> values, Operation user, List<Touch> touches) {
    for (Operation binding : Bindings.behind(values, launch)) {
      List<Touch> read = new ArrayList<>();
      addTouches(binding, read);
      for (Touch touch : read) {
        Operation writer = writerBetween(binding, user, touch);
        if (writer != null) {
          reports.error(
              binding,
              "reads what changes before its use, so roles can't read it where they need it",
              writer,
              "it changes here");
        }
      }
      touches.addAll(read);
    }
  }

  private static @Nullable Operation writerBetween(Operation from, Operation to, Touch read) {
    Operation at = from.next();
    while (at != null && !to.isInside(at)) {
      for (Access access : Accesses.of(at).all()) {
        if (access.isWrite() && access.mayConflict(read.access())) {
          return at;
        }
      }
      at = at.next();
    }
    return null;
  }

  /** What is read to decide whether, and how often, a loop is gone through. */
  List<Touch> touchesOf(Scope scope) {
    List<Touch> touches = new ArrayList<>();
    Operation loop = scope.loop();
    ScopeLoop shape = loop == null ? null : ScopeLoop.of(loop);
    if (loop != null && shape != null) {
      Set<Value> values = new LinkedHashSet<>(scope.guards());
      values.addAll(shape.deciding());
      addBehind(values, loop, touches);
    }
    return touches;
  }
}
