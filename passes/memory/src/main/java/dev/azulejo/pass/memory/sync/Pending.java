// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What has been done to shared memory since all threads last waited for each other. */
final class Pending {
  /** What accesses must have in common to be one footprint. */
  private record Key(SharedBuffer buffer, Sum shared, SharedAccess.Kind kind) {}

  /** How bytes are counted, and how places are compared. */
  record Scale(int unit, int threads, Differences differences) {}

  private final Scale scale;
  private final Map<Key, Footprint> footprints = new LinkedHashMap<>();

  Pending(Scale scale) {
    this.scale = scale;
  }

  Pending copy() {
    Pending copy = new Pending(scale);
    footprints.forEach((key, footprint) -> copy.footprints.put(key, footprint.copy()));
    return copy;
  }

  /** The same, once what the threads share has become something else. */
  Pending with(UnaryOperator<Sum> change) {
    Pending changed = new Pending(scale);
    footprints.forEach((key, footprint) -> {
      // What is added to a place in all threads stands in the sum; it has no other constant.
      Key now = new Key(key.buffer, change.apply(key.shared), key.kind);
      changed.of(now).add(footprint);
    });
    return changed;
  }

  private Footprint of(Key key) {
    return footprints.computeIfAbsent(key, _ -> new Footprint(scale.unit));
  }

  void clear() {
    footprints.clear();
  }

  /** The threads of each warpgroup have waited for each other. */
  void settle() {
    footprints.values().forEach(Footprint::settle);
  }

  void add(Pending other) {
    other.footprints.forEach((key, footprint) -> of(key).add(footprint));
  }

  void add(SharedAccess access) {
    of(new Key(access.buffer(), access.shared(), access.kind())).add(access, scale.threads);
  }

  /** Must threads wait for each other before an access? */
  boolean conflictsWith(SharedAccess access) {
    for (Map.Entry<Key, Footprint> entry : footprints.entrySet()) {
      if (conflict(entry.getKey(), entry.getValue(), access)) {
        return true;
      }
    }
    return false;
  }

  private boolean conflict(Key key, Footprint footprint, SharedAccess access) {
    if (!key.kind.conflictsWith(access.kind()) || !key.buffer.meets(access.buffer())) {
      return false;
    }
    long[] moves = scale.differences.of(access.shared().minus(key.shared));
    if (moves == null || access.reach() == SharedAccess.Reach.ANYWHERE) {
      return true;
    }
    for (long move : moves) {
      if (footprint.meets(access, move, scale.threads)) {
        return true;
      }
    }
    return false;
  }
}
