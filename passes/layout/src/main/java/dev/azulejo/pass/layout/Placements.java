// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Containment;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Propagation;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The layouts that are known of a kernel's buffers, and the rule by which they change. A fragment
 * that nobody demands strictly may gain replicas; two swizzles give way to the narrower one; other
 * disagreement is a conflict. What is known of one buffer is known of its views.
 */
final class Placements {
  private final Map<Value, Storage> storages;
  private final Map<Value, Placed> placed;

  private Placements(Map<Value, Storage> storages, Map<Value, Placed> placed) {
    this.storages = storages;
    this.placed = placed;
  }

  Placements(Map<Value, Storage> storages) {
    this(storages, new LinkedHashMap<>());
  }

  /** The same, to go on from without changing this. */
  Placements copy() {
    return new Placements(storages, new LinkedHashMap<>(placed));
  }

  Map<Value, Storage> storages() {
    return storages;
  }

  @Nullable Placed of(Value buffer) {
    return placed.get(buffer);
  }

  /** The fragment that a buffer is known to be, or null. */
  @Nullable Fragment fragment(Value buffer) {
    Placed known = placed.get(buffer);
    return known != null && known.placement() instanceof Fragment fragment ? fragment : null;
  }

  /** Takes up a demand; returns the buffers whose layouts are other ones than before. */
  List<Value> apply(Demand demand, Level level) throws LayoutConflict {
    List<Value> changed = new ArrayList<>();
    Placed known = placed.get(demand.buffer());
    if (known == null) {
      put(demand.buffer(), new Placed(demand.placement(), level, demand), changed);
      return changed;
    }
    if (known.placement().isSameAs(demand.placement())) {
      return changed;
    }
    Placement agreed = agreement(known, demand, level);
    if (agreed == null) {
      throw new LayoutConflict(Disagreement.between(known, demand));
    }
    if (agreed != known.placement()) {
      put(demand.buffer(), new Placed(agreed, level, demand), changed);
    }
    return changed;
  }

  /** What serves both, or null if nothing does. */
  private static @Nullable Placement agreement(Placed known, Demand demand, Level level) {
    if (known.placement() instanceof Fragment old && demand.placement() instanceof Fragment other) {
      boolean isOpen = known.level() != Level.STRICT && level != Level.STRICT;
      if (isOpen && Containment.of(other, old).holds()) {
        return other;
      }
      return demand.readsOnly() && Containment.of(old, other).holds() ? old : null;
    }
    if (known.placement() instanceof Layout old && demand.placement() instanceof Layout other) {
      return switch (SwizzleMode.merge(old, other, Storage.bits(demand.buffer()))) {
        case Attempt.Success<Layout>(Layout merged) -> merged == old ? old : merged;
        case Attempt.Refusal<Layout> _ -> null;
      };
    }
    return null;
  }

  /** Sets a layout, and those of the buffers that share the memory. */
  private void put(Value buffer, Placed now, List<Value> changed) throws LayoutConflict {
    boolean wasKnown = placed.put(buffer, now) != null;
    changed.add(buffer);
    Storage storage = storages.get(buffer);
    if (storage == null || storage.members().size() == 1) {
      return;
    }
    List<Value> others = new ArrayList<>();
    List<Propagation.Sibling> siblings = new ArrayList<>();
    for (Value member : storage.members()) {
      if (member != buffer) {
        Placed known = placed.get(member);
        others.add(member);
        siblings.add(
            new Propagation.Sibling(
                Storage.stored(member), known == null || wasKnown ? null : known.placement()));
      }
    }
    List<Propagation.Update> updates =
        Propagation.updated(now.placement(), Storage.stored(buffer), siblings);
    for (int i = 0; i < updates.size(); i++) {
      Value member = others.get(i);
      switch (updates.get(i)) {
        case Propagation.Update.Placed(Placement placement) -> {
          placed.put(member, new Placed(placement, now.level(), now.demand()));
          changed.add(member);
        }
        case Propagation.Update.Mismatch(Placement expected, Placement _) ->
            throw new LayoutConflict(
                Disagreement.ofViews(member, expected, placed.get(member), now));
        case Propagation.Update.Agreed _, Propagation.Update.Unreached _ -> {}
      }
    }
  }
}
