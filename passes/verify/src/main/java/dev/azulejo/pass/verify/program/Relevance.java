// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.PassTurnOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.TakeTurnOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.trait.LoopLike;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a launch decides who waits for whom: the values behind conditions, bounds, barriers,
 * parities and slots, each with a number; and the operations that have to be gone through one by
 * one. What is inside of all others is taken together.
 */
final class Relevance {
  private final LaunchOp launch;
  private final Map<Value, Integer> values = new HashMap<>();
  private final Map<Operation, Integer> counters = new HashMap<>();
  private final Map<Value, List<Operation>> writers = new HashMap<>();
  private final Map<Operation, Boolean> walked = new IdentityHashMap<>();
  private final Map<Operation, Boolean> repeats = new IdentityHashMap<>();
  private final Map<Operation, Accesses> accesses = new IdentityHashMap<>();
  private final Set<Value> written = new HashSet<>();
  private final Set<Value> writtenInRoles = new HashSet<>();
  private final Deque<Value> open = new ArrayDeque<>();
  private int size;

  Relevance(LaunchOp launch) {
    this.launch = launch;
    launch.body().entry().forEach(op -> op.walk(this::collectWrites));
    launch.body().entry().forEach(this::addRoots);
    while (!open.isEmpty()) {
      follow(open.remove());
    }
  }

  /** How many numbers there are for values, buffers and counters. */
  int size() {
    return size;
  }

  /** The number of a value, or of what a buffer holds; -1 where it is of no interest. */
  int number(Value value) {
    return values.getOrDefault(value, -1);
  }

  /** The number of a counter that belongs to an operation. */
  int counter(Operation op) {
    return counters.computeIfAbsent(op, _ -> size++);
  }

  /** Does something in the launch write a buffer? */
  boolean isWritten(Value root) {
    return written.contains(root);
  }

  /** Does something in a role write a buffer? */
  boolean isWrittenInRoles(Value root) {
    return writtenInRoles.contains(root);
  }

  /** What an operation with all that is in it accesses. */
  Accesses accesses(Operation op) {
    return accesses.computeIfAbsent(op, Accesses::of);
  }

  // --- Operations -------------------------------------------------------------------------------

  /** Must an operation with regions be gone through? */
  boolean isWalked(Operation op) {
    Boolean known = walked.get(op);
    if (known == null) {
      known = isStructure(op) && isOfInterest(op);
      walked.put(op, known);
    }
    return known;
  }

  private static boolean isStructure(Operation op) {
    return switch (op) {
      case ForOp _, IfOp _, WhileOp _, RolesOp _, dev.azulejo.dialect.pipeline.ForOp _ -> true;
      default -> false;
    };
  }

  private boolean isOfInterest(Operation op) {
    if (op instanceof RolesOp) {
      return true;
    }
    boolean[] found = new boolean[1];
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        block.forEach(inner -> inner.walk(each -> found[0] |= speaks(each)));
      }
    }
    boolean decides =
        op instanceof IfOp && op.results().stream().anyMatch(r -> WholeNumbers.width(r.type()) > 0);
    return found[0] || decides;
  }

  /** Does a loop wait and arrive in the loops in it alone? */
  boolean onlyRepeats(Operation loop) {
    return repeats.computeIfAbsent(
        loop,
        _ -> {
          boolean[] all = new boolean[] {true};
          int[] count = new int[1];
          loop.walk(op -> {
            if (op != loop && op.regionCount() == 0 && speaks(op)) {
              count[0]++;
              all[0] &= isInLoopOf(op, loop);
            }
          });
          return all[0] && count[0] > 0;
        });
  }

  /** Is there a loop between an operation and a loop around it? */
  private static boolean isInLoopOf(Operation op, Operation outer) {
    for (Operation at = op.parentOp(); at != null && at != outer; at = at.parentOp()) {
      if (at instanceof LoopLike) {
        return true;
      }
    }
    return false;
  }

  /** Does an operation do something that others can tell? */
  private static boolean speaks(Operation op) {
    return switch (op) {
      case OrdinalOp _, CommitGroupOp _, WaitGroupOp _, WaitGemmOp _, TakeTurnOp _, PassTurnOp _ ->
          true;
      case Accessing accessing -> {
        boolean[] found = new boolean[] {op.schema().dialectName().equals("barrier")};
        accessing.accesses(access -> found[0] |= isSeen(access));
        yield found[0];
      }
      default -> op.schema().dialectName().equals("barrier");
    };
  }

  private static boolean isSeen(Access access) {
    BufferRegion region = access.region();
    return access.completion() != Access.Completion.AT_ONCE
        || (region != null
            && access.mode() != Access.Mode.ALLOCATE
            && Space.of(region.buffer()) == Space.SHARED);
  }

  /** Is there anything in a launch that could go wrong? */
  static boolean needsCheck(LaunchOp launch) {
    boolean[] found = new boolean[1];
    boolean fenced = launch.explicitFences();
    launch
        .body()
        .entry()
        .forEach(
            top -> top.walk(op -> found[0] |= isAsynchronous(op) || (fenced && mayNeedFence(op))));
    return found[0];
  }

  private static boolean mayNeedFence(Operation op) {
    boolean[] found = new boolean[1];
    if (op instanceof Accessing accessing) {
      accessing.accesses(access -> found[0] |= access.proxy() == Access.Proxy.ASYNC);
    }
    return found[0];
  }

  private static boolean isAsynchronous(Operation op) {
    return switch (op) {
      case RolesOp _, AllocOp _, CommitGroupOp _, WaitGroupOp _, WaitGemmOp _ -> true;
      case Accessing accessing -> {
        boolean[] found = new boolean[1];
        accessing.accesses(access -> found[0] |= access.completion() != Access.Completion.AT_ONCE);
        yield found[0];
      }
      default -> false;
    };
  }

  // --- Values -----------------------------------------------------------------------------------

  private void collectWrites(Operation op) {
    if (!(op instanceof Accessing accessing)) {
      return;
    }
    boolean inRoles = op.enclosing(RolesOp.class) != null;
    accessing.accesses(access -> {
      BufferRegion region = access.region();
      if (region != null && access.isWrite()) {
        Value root = region.root();
        written.add(root);
        if (inRoles) {
          writtenInRoles.add(root);
        }
        List<Operation> list = writers.computeIfAbsent(root, _ -> new ArrayList<>());
        if (list.isEmpty() || list.getLast() != op) {
          list.add(op);
        }
      }
    });
  }

  private void addRoots(Operation op) {
    if (op.regionCount() > 0 && isStructure(op) && !isWalked(op)) {
      addOffsets(op);
      return;
    }
    switch (op) {
      case IfOp choice -> add(choice.condition());
      case ForOp loop -> {
        add(loop.lowerBound());
        add(loop.upperBound());
        add(loop.step());
        addForced(loop.region().entry().argument(0));
      }
      case WhileOp loop -> add(loop.condition().condition());
      case dev.azulejo.dialect.pipeline.ForOp loop -> {
        loop.operands().forEach(this::add);
        addForced(loop.index());
      }
      default -> {
        if (op.schema().dialectName().equals("barrier")) {
          op.operands().forEach(this::add);
        }
        addOffsets(op);
      }
    }
    if (isStructure(op)) {
      for (Region region : op.regions()) {
        for (Block block : region.blocks()) {
          block.forEach(this::addRoots);
        }
      }
    }
  }

  private void addOffsets(Operation op) {
    for (Access access : accesses(op).all()) {
      addOffsets(op, access.region());
      addOffsets(op, access.barrier());
    }
  }

  private void addOffsets(Operation op, @Nullable BufferRegion region) {
    if (region == null) {
      return;
    }
    for (Offset offset : region.offsets()) {
      if (offset instanceof Offset.Dynamic(Value value) && !isDefinedIn(value, op)) {
        add(value);
      }
    }
  }

  /** Is a value one of something inside of an operation? */
  static boolean isDefinedIn(Value value, Operation op) {
    Block block = value.parentBlock();
    Operation parent = block == null ? null : block.parentOp();
    return parent != null && (parent == op || parent.isInside(op));
  }

  private boolean isInside(Value value) {
    return isDefinedIn(value, launch);
  }

  private void addForced(Value value) {
    if (values.putIfAbsent(value, size) == null) {
      size++;
      open.add(value);
    }
  }

  private void add(Value value) {
    boolean isConstant = value.definingOp() instanceof dev.azulejo.dialect.arith.ConstantOp;
    if (isInside(value) && !isConstant && !(value.type() instanceof MemRefType)) {
      addForced(value);
    }
  }

  private void follow(Value value) {
    if (value.type() instanceof MemRefType) {
      for (Operation writer : writers.getOrDefault(value, List.of())) {
        addCaptured(taken(writer));
      }
      return;
    }
    switch (value) {
      case BlockArgument argument -> followArgument(argument);
      case OpResult result -> followResult(result);
    }
  }

  private void followArgument(BlockArgument argument) {
    Operation owner = argument.owner().parentOp();
    int index = argument.index();
    switch (owner) {
      case ForOp loop -> {
        if (index > 0) {
          add(loop.initArgs().get(index - 1));
          addYielded(argument.owner().last(), index - 1);
        }
      }
      case WhileOp loop -> {
        if (argument.owner() == loop.before().entry()) {
          add(loop.inits().get(index));
          add(loop.terminator().operand(index));
        } else {
          add(loop.condition().args().get(index));
        }
      }
      case null, default -> {}
    }
  }

  private void addYielded(@Nullable Operation end, int index) {
    if (end instanceof YieldOp || end instanceof ConditionOp) {
      int at = end instanceof ConditionOp ? index + 1 : index;
      add(end.operand(at));
    }
  }

  private void followResult(OpResult result) {
    Operation op = result.owner();
    switch (op) {
      case ForOp loop when isWalked(op) -> {
        add(loop.initArgs().get(result.index()));
        addYielded(loop.region().entry().last(), result.index());
        addForced(loop.region().entry().argument(result.index() + 1));
      }
      case IfOp choice when isWalked(op) -> {
        addYielded(choice.thenRegion().entry().last(), result.index());
        if (!choice.elseRegion().isEmpty()) {
          addYielded(choice.elseRegion().entry().last(), result.index());
        }
      }
      case WhileOp loop when isWalked(op) -> add(loop.condition().args().get(result.index()));
      default -> addCaptured(op);
    }
  }

  /** What an operation takes from outside of it, and what it reads. */
  private void addCaptured(Operation op) {
    op.walk(inner -> {
      for (Value operand : inner.operands()) {
        if (!isDefinedIn(operand, op)) {
          add(operand);
        }
      }
    });
    for (Access read : accesses(op).reads()) {
      BufferRegion region = read.region();
      if (region != null && isInside(region.root()) && isKept(region.root())) {
        addForced(region.root());
      }
    }
  }

  private static boolean isKept(Value root) {
    return root.type() instanceof MemRefType;
  }

  /** The outermost operation around a writer that is taken as a whole. */
  Operation taken(Operation op) {
    Operation whole = op;
    for (Operation at = op.parentOp(); at != null && at != launch; at = at.parentOp()) {
      if (!isWalked(at)) {
        whole = at;
      }
    }
    return whole;
  }

  /** The buffers of interest that an operation writes. */
  List<Value> kept(Operation op) {
    List<Value> found = new ArrayList<>();
    for (Access write : accesses(op).writes()) {
      BufferRegion region = write.region();
      if (region != null && number(region.root()) >= 0 && !found.contains(region.root())) {
        found.add(region.root());
      }
    }
    return found;
  }

  /** Is a load one of memory that may change while others look? */
  boolean isUnstable(LoadOp load) {
    Value root = BufferRegion.rootOf(load.memref());
    Space space = Space.of(root);
    return (space == Space.GLOBAL || space == null)
        ? isWritten(root)
        : (space == Space.SHARED && isWrittenInRoles(root) && !isOfOneRole(root));
  }

  /** Does one role alone use a buffer? */
  private static boolean isOfOneRole(Value root) {
    Region first = null;
    for (Operation user : users(root)) {
      Region role = role(user);
      if (role == null || user instanceof ViewLike || (first != null && role != first)) {
        return false;
      }
      first = role;
    }
    return true;
  }

  private static @Nullable Region role(Operation op) {
    for (@Nullable Operation at = op; at != null; at = at.parentOp()) {
      if (at.parentOp() instanceof RolesOp && at.block() != null) {
        return at.block().region();
      }
    }
    return null;
  }

  /** The uses of a value in the launch, for those who look for the places of something. */
  static List<Operation> users(Value value) {
    List<Operation> users = new ArrayList<>();
    for (Use use : value.uses()) {
      users.add(use.owner());
    }
    return users;
  }
}
