// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loops that roles can go through: those that count by one, and those that ask. */
sealed interface ScopeLoop {
  /** What is done in an iteration. */
  Block body();

  /** Why roles can't go through it, or null where they can. */
  @Nullable String problem();

  /** The values that decide how often it is gone through. */
  List<Value> deciding();

  /** The shape of a loop, or null where it is no such loop. */
  static @Nullable ScopeLoop of(Operation op) {
    return switch (op) {
      case ForOp loop -> new Counted(loop.body(), loop.index(), loop.from(), loop.to(), null);
      case dev.azulejo.dialect.scf.ForOp loop ->
          new Counted(
              loop.body(),
              loop.inductionVar(),
              Offset.of(loop.lowerBound()),
              Offset.of(loop.upperBound()),
              loop);
      case WhileOp loop -> new Asking(loop);
      default -> null;
    };
  }

  /**
   * One that counts by one.
   *
   * @param index the number of the iteration
   * @param plain the loop where it is one of scf
   */
  record Counted(
      Block body,
      Value index,
      Offset from,
      Offset to,
      dev.azulejo.dialect.scf.@Nullable ForOp plain)
      implements ScopeLoop {

    @Override
    public @Nullable String problem() {
      if (plain == null) {
        return null;
      }
      if (!Long.valueOf(1).equals(constant(Offset.of(plain.step())))) {
        return "its step is not known to be 1";
      }
      if (!plain.initArgs().isEmpty()) {
        return "it carries values; what iterations hand on belongs in local buffers";
      }
      if (!plain.inductionVar().type().equals(IndexType.INSTANCE) || plain.unsignedCmp()) {
        return "it counts in another type than index";
      }
      return null;
    }

    @Override
    public List<Value> deciding() {
      List<Value> values = new ArrayList<>();
      for (Offset bound : List.of(from, to)) {
        if (bound instanceof Offset.Dynamic(Value value)) {
          values.add(value);
        }
      }
      return values;
    }

    /** The first index, if it is known. */
    @Nullable Long knownFrom() {
      return constant(from);
    }

    /** The index behind the last, if it is known. */
    @Nullable Long knownTo() {
      return constant(to);
    }

    private static @Nullable Long constant(Offset offset) {
      return offset instanceof Offset.Dynamic(Value value)
              && Constants.of(value) instanceof IntegerAttr known
          ? Long.valueOf(known.longValue())
          : offset.constant();
    }
  }

  /** One that asks whether to go on. */
  record Asking(WhileOp loop) implements ScopeLoop {
    @Override
    public Block body() {
      return loop.body();
    }

    @Override
    public @Nullable String problem() {
      for (Operation op : loop.before().entry()) {
        if (op != loop.condition() && !Bindings.isBinding(op)) {
          return "'" + op.name() + "' of its condition does more than compute";
        }
      }
      return null;
    }

    @Override
    public List<Value> deciding() {
      List<Value> values = new ArrayList<>(loop.inits());
      values.add(loop.condition().condition());
      values.addAll(loop.condition().args());
      values.addAll(loop.terminator().values());
      return values;
    }
  }
}
