// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.rewrite.DeadCode;
import dev.azulejo.pass.pipeline.Coverage;
import dev.azulejo.pass.pipeline.PlainLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The buffers and barriers of the pipelined loops of roles, and the turns in which they are used.
 */
final class RoleVersions {
  /** Says why loops can't have versions. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Operation culprit;
    private final boolean isError;

    Refused(Operation culprit, String reason, boolean isError) {
      super(reason, null, false, false);
      this.culprit = culprit;
      this.isError = isError;
    }

    /** The operation that stands in the way. */
    Operation culprit() {
      return culprit;
    }

    /** Why. */
    String reason() {
      return String.valueOf(getMessage());
    }

    /** Is the program wrong, rather than not ready for it? */
    boolean isError() {
      return isError;
    }
  }

  private final RolesOp roles;
  private final List<ForOp> loops;
  private final long depth;
  private final List<AllocOp> buffers = new ArrayList<>();
  private final List<dev.azulejo.dialect.barrier.AllocOp> arrays = new ArrayList<>();
  private final Map<Operation, OrdinalOp> turns = new LinkedHashMap<>();
  private final Map<OrdinalOp, Value> slots = new LinkedHashMap<>();

  private RoleVersions(RolesOp roles, List<ForOp> loops) {
    this.roles = roles;
    this.loops = loops;
    this.depth = loops.getFirst().depth();
  }

  static RoleVersions of(RolesOp roles, List<ForOp> loops) throws Refused {
    RoleVersions versions = new RoleVersions(roles, loops);
    for (ForOp loop : loops) {
      if (loop.depth() != versions.depth) {
        throw new Refused(loop, "the loops have different numbers of stages", false);
      }
      if (Frames.pipelined(loop) != null) {
        throw new Refused(loop, "pipelined loops stand in each other", false);
      }
    }
    for (Operation source : versions.sources()) {
      versions.add(source);
    }
    return versions;
  }

  /** How many buffers and arrays of barriers get versions. */
  int count() {
    return buffers.size() + arrays.size();
  }

  /** What is allocated in front of the roles and used in the loops, in the order of its uses. */
  private Set<Operation> sources() {
    Set<Operation> sources = new LinkedHashSet<>();
    for (ForOp loop : loops) {
      loop.walk(op -> {
        for (Value operand : op.operands()) {
          Operation source = operand.definingOp();
          if (source != null && !source.isInside(roles)) {
            sources.add(source);
          }
        }
      });
    }
    return sources;
  }

  private void add(Operation source) throws Refused {
    if (source instanceof dev.azulejo.dialect.barrier.AllocOp array) {
      arrays.add(array);
      for (Use use : array.array().uses()) {
        addTurn(use.owner());
      }
    } else if (source instanceof AllocOp buffer
        && Space.of(buffer.buffer()) == Space.SHARED
        && isHandedOver(buffer)) {
      if (buffer.versions().isPresent()) {
        throw new Refused(buffer, "has versions already; a buffer is versioned once", true);
      }
      buffers.add(buffer);
      for (Use use : buffer.buffer().uses()) {
        addUser(buffer, use.owner());
      }
    }
  }

  /** Does one role write a buffer in the loops, and another one use it? */
  private boolean isHandedOver(AllocOp buffer) {
    Set<String> users = new LinkedHashSet<>();
    boolean isWritten = false;
    for (Use use : buffer.buffer().uses()) {
      roles.roleOf(use.owner()).ifPresent(role -> users.add(role.name()));
      isWritten |= isInLoop(use.owner()) && writes(use.owner(), buffer.buffer());
    }
    return isWritten && users.size() > 1;
  }

  private boolean isInLoop(Operation op) {
    return loops.stream().anyMatch(op::isInside);
  }

  private static boolean writes(Operation op, Value buffer) {
    for (Access write : Accesses.of(op).writes()) {
      BufferRegion region = write.region();
      if (region != null && region.root() == buffer) {
        return true;
      }
    }
    return false;
  }

  private void addUser(AllocOp buffer, Operation user) throws Refused {
    OrdinalOp turn = addTurn(user);
    if (!(user instanceof Rebasable)) {
      throw new Refused(user, "'" + user.name() + "' can't be moved to a version", false);
    }
    Block block = turn.block();
    if (writes(user, buffer.buffer())
        && (block == null || !Coverage.isWritten(block, buffer.buffer()))) {
      throw new Refused(user, "a turn may leave a part of its buffer as it was", false);
    }
  }

  private OrdinalOp addTurn(Operation user) throws Refused {
    if (!isInLoop(user)) {
      throw new Refused(user, "'" + user.name() + "' uses outside what the loops use", false);
    }
    if (user instanceof WaitOp wait && ordinalOf(wait) == null) {
      throw new Refused(
          wait, "it waits for no pipeline.parity of depth 1 of an ordinal of its block", false);
    }
    OrdinalOp turn = turnAround(user);
    if (turn == null) {
      throw new Refused(user, "nobody counts the turns in which it is used", false);
    }
    turns.put(user, turn);
    return turn;
  }

  /** The ordinal whose parity a wait waits for, where both stand in one block; else null. */
  private static @Nullable OrdinalOp ordinalOf(WaitOp wait) {
    return wait.parity().definingOp() instanceof ParityOp parity
            && parity.depth().longValue() == 1
            && parity.ordinal().definingOp() instanceof OrdinalOp ordinal
            && ordinal.block() == wait.block()
        ? ordinal
        : null;
  }

  /** What counts the turns of the innermost block around an operation that has waits. */
  private @Nullable OrdinalOp turnAround(Operation user) {
    Operation statement = user;
    while (!(statement instanceof ForOp loop && loops.contains(loop))) {
      Block block = statement.block();
      for (Operation op : block == null ? List.<Operation>of() : block.operations()) {
        OrdinalOp ordinal = op instanceof WaitOp wait ? ordinalOf(wait) : null;
        if (ordinal != null && ordinal.isBeforeInBlock(statement)) {
          return ordinal;
        }
      }
      Operation outer = statement.parentOp();
      if (outer == null) {
        return null;
      }
      statement = outer;
    }
    return null;
  }

  // --- Carrying it out --------------------------------------------------------------------------

  void carryOut() {
    for (AllocOp buffer : buffers) {
      Value versioned = depth == 1 ? buffer.buffer() : buffer.versioned(depth).buffer();
      for (Operation user : owners(buffer.buffer())) {
        if (depth > 1 && user instanceof Rebasable rebasable) {
          rebasable.rebase(buffer.buffer(), versioned, Offset.of(slot(turn(user))));
        }
      }
      if (depth > 1) {
        buffer.erase();
      }
    }
    for (var array : arrays) {
      if (depth > 1) {
        version(array);
      }
    }
    for (ForOp loop : loops) {
      PlainLoop.replace(loop);
    }
  }

  private static List<Operation> owners(Value value) {
    Set<Operation> owners = new LinkedHashSet<>();
    value.uses().forEach(use -> owners.add(use.owner()));
    return List.copyOf(owners);
  }

  private OrdinalOp turn(Operation user) {
    OrdinalOp turn = turns.get(user);
    if (turn == null) {
      throw new CompilerBug("a use of a version has no turn");
    }
    return turn;
  }

  private Value slot(OrdinalOp turn) {
    return slots.computeIfAbsent(
        turn, t -> SlotOp.create(Inserter.after(t), t.result(), depth).result());
  }

  private void version(dev.azulejo.dialect.barrier.AllocOp array) {
    long[] counts = array.counts().asLongs();
    long[] all = new long[Math.toIntExact(counts.length * depth)];
    for (int i = 0; i < all.length; i++) {
      all[i] = counts[i % counts.length];
    }
    Value versioned =
        dev.azulejo.dialect.barrier.AllocOp.create(Inserter.before(array), all).array();
    for (Operation user : owners(array.array())) {
      Value slot = slot(turn(user));
      for (int i = 0; i < user.operandCount(); i++) {
        if (user.operand(i) == array.array()) {
          // Which barrier of an array it is stands behind the array in every operation.
          user.setOperand(i, versioned);
          user.setOperand(i + 1, place(user, slot, user.operand(i + 1), counts.length));
        }
      }
      if (user instanceof WaitOp wait) {
        deepen(wait);
      }
    }
    array.erase();
  }

  private static Value place(Operation user, Value slot, Value index, int size) {
    if (size == 1) {
      return slot;
    }
    Inserter at = Inserter.before(user);
    Value first = MulIOp.create(at, slot, ConstantOp.index(at, size)).result(0);
    return AddIOp.create(at, first, index).result(0);
  }

  private void deepen(WaitOp wait) {
    if (wait.parity().definingOp() instanceof ParityOp parity) {
      ParityOp deep =
          ParityOp.create(Inserter.before(parity), parity.ordinal(), depth, parity.flipped());
      wait.setOperand(2, deep.result());
      if (DeadCode.isTriviallyDead(parity)) {
        parity.erase();
      }
    }
  }
}
