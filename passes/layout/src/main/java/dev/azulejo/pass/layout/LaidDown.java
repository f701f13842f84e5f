// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Injectivity;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Propagation;
import dev.azulejo.ir.layout.StoredShape;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Layouts that the program lays down for a storage, for the buffer or for views of it, brought to
 * the buffer: that of one copy is expanded to all copies, that of a view is reshaped. Where neither
 * is possible the layout stays where it is, and a remark says so.
 */
final class LaidDown {
  private final Storage storage;
  private final List<Value> givers = new ArrayList<>();

  private LaidDown(Storage storage) {
    this.storage = storage;
    for (Value member : storage.members()) {
      if (Storage.laidDown(member) != null) {
        givers.add(member);
      }
    }
  }

  /** Brings all layouts to the buffer; returns whether anything was moved or expanded. */
  static boolean settle(Storage storage, PassContext context) throws LayoutConflict {
    storage.refuseWithoutShape();
    LaidDown laidDown = new LaidDown(storage);
    return !laidDown.givers.isEmpty() && laidDown.settle(context);
  }

  private boolean settle(PassContext context) throws LayoutConflict {
    Placement chosen = null;
    Value giver = null;
    boolean changed = false;
    for (Value member : givers) {
      Placement own = Objects.requireNonNull(Storage.laidDown(member));
      checkInjective(member, own);
      switch (toRoot(member, own)) {
        case Attempt.Refusal<Placement>(String reason) ->
            context.remark(
                Objects.requireNonNull(member.definingOp()),
                "its layout stays that of the view alone: %s",
                reason);
        case Attempt.Success<Placement>(Placement placement) -> {
          if (chosen != null && !chosen.isSameAs(placement)) {
            throw mismatch(Objects.requireNonNull(giver), chosen, member, placement);
          }
          if (chosen == null) {
            chosen = placement;
            giver = member;
          }
          changed |= take(member);
        }
      }
    }
    if (chosen == null) {
      return changed;
    }
    LayoutAttr before = storage.alloc().layout().orElse(null);
    if (before != null && before.placement().equals(chosen)) {
      return changed;
    }
    storage.alloc().setLayout(chosen);
    return true;
  }

  /** Takes a layout off a view; that of the buffer is written over. */
  private static boolean take(Value member) {
    return member.definingOp() instanceof ViewOp view && view.removeAttribute("layout") != null;
  }

  /** The layout of the buffer that makes a member's what it is. */
  private Attempt<Placement> toRoot(Value member, Placement own) {
    Value root = storage.alloc().buffer();
    if (member == root) {
      return Attempt.success(own);
    }
    StoredShape from = Storage.stored(member);
    return Propagation.propagate(own, from, Storage.stored(root));
  }

  private static void checkInjective(Value member, Placement placement) throws LayoutConflict {
    if (!(placement instanceof Layout layout)) {
      return;
    }
    Operation op = Objects.requireNonNull(member.definingOp());
    switch (layout.injectivity()) {
      case Injectivity.Injective _ -> {}
      case Injectivity.Collision collision ->
          throw new LayoutConflict(
              op.error("has a layout that puts two elements in one place: %s", collision));
      case Injectivity.Unproven unproven ->
          throw new LayoutConflict(op.error("has a layout of which %s", unproven));
    }
  }

  private static LayoutConflict mismatch(
      Value first, Placement one, Value second, Placement other) {
    Operation op = Objects.requireNonNull(second.definingOp());
    Diagnostic error =
        op.error("has a layout that is not the one laid down for the memory it shares")
            .note(op.location(), "it would make the buffer's layout %s", other);
    @Nullable Operation giver = first.definingOp();
    return new LayoutConflict(
        giver == null ? error : error.note(giver.location(), "laid down here: %s", one));
  }
}
