// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.StatementId;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Copies operations of a launch to a role, with what they need of those that only compute. */
final class Copies {
  private final Operation launch;
  private final Set<Operation> shared;
  private final Slots slots;

  /**
   * For a role of a launch.
   *
   * @param shared the operations that stay in front of the roles, for all of them
   * @param slots the slots that the role uses
   */
  Copies(Operation launch, Set<Operation> shared, Slots slots) {
    this.launch = launch;
    this.shared = shared;
    this.slots = slots;
  }

  /** What stands at a place for a value of the launch; computes it there if nothing does yet. */
  Value value(Value value, Place place) {
    ensure(value, place);
    return place.values().get(value);
  }

  /** Copies an operation, without its name, behind what it needs. */
  Operation copy(Operation op, Place place) {
    for (Value free : Bindings.freeValues(op)) {
      ensure(free, place);
    }
    Operation copy = place.at().withLocation(op.location()).insert(op.copy(place.values()));
    copy.walk(inner -> inner.removeAttribute(StatementId.ATTRIBUTE));
    slots.move(copy, place);
    return copy;
  }

  /** A region of the launch as it is at a place. */
  BufferRegion region(BufferRegion region, Place place) {
    List<Offset> offsets = new ArrayList<>();
    for (Offset offset : region.offsets()) {
      offsets.add(offset(offset, place));
    }
    return new BufferRegion(value(region.buffer(), place), offsets, region.sizes());
  }

  /** An offset of the launch as it is at a place. */
  Offset offset(Offset offset, Place place) {
    return offset instanceof Offset.Dynamic(Value value) ? Offset.of(value(value, place)) : offset;
  }

  /** Lets an operation have what is written on another one besides its name. */
  static void keepAttributes(Operation from, Operation to) {
    for (NamedAttribute attribute : from.discardableAttributes()) {
      if (!attribute.name().equals(StatementId.ATTRIBUTE)) {
        to.setAttribute(attribute.name(), attribute.value());
      }
    }
  }

  private void ensure(Value value, Place place) {
    if (place.values().get(value) != value || isOutside(value)) {
      return;
    }
    Operation source = value.definingOp();
    if (source == null || shared.contains(source)) {
      return;
    }
    if (!Bindings.isBinding(source)) {
      throw new CompilerBug("a role uses what '" + source.name() + "' computes elsewhere");
    }
    for (Value operand : Bindings.freeValues(source)) {
      ensure(operand, place);
    }
    Inserter at = place.at().withLocation(source.location());
    slots.move(at.insert(source.copy(place.values())), place);
  }

  private boolean isOutside(Value value) {
    if (value instanceof BlockArgument argument) {
      Operation owner = argument.owner().parentOp();
      return owner == null || owner == launch || !owner.isInside(launch);
    }
    Operation source = value.definingOp();
    return source == null || !source.isInside(launch);
  }
}
