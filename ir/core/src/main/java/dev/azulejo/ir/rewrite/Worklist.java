// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.jspecify.annotations.Nullable;

/**
 * Things still to be looked at, each at most once. The last that was put in comes out first; or,
 * with a seed, any, in an order that the seed decides.
 */
public final class Worklist<T> {
  private final List<@Nullable T> items = new ArrayList<>();
  private final MutableObjectIntMap<T> places = ObjectIntMaps.mutable.empty();
  private final @Nullable Random random;

  /** An empty list. */
  public Worklist() {
    random = null;
  }

  /** An empty list that hands out its items in a random order. */
  public Worklist(long seed) {
    random = new Random(seed);
  }

  /** Puts something in, unless it is there already. */
  public void push(T item) {
    if (!places.containsKey(item)) {
      places.put(item, items.size());
      items.add(item);
    }
  }

  /** Takes something out without looking at it. */
  public void remove(T item) {
    if (places.containsKey(item)) {
      items.set(places.removeKeyIfAbsent(item, 0), null);
    }
  }

  /** Takes the next out, or returns null where there is none. */
  public @Nullable T pop() {
    while (!items.isEmpty()) {
      if (random != null) {
        bringToEnd(random.nextInt(items.size()));
      }
      T item = items.removeLast();
      if (item != null) {
        places.remove(item);
        return item;
      }
    }
    return null;
  }

  private void bringToEnd(int place) {
    int last = items.size() - 1;
    Collections.swap(items, place, last);
    settle(place);
    settle(last);
  }

  private void settle(int place) {
    T item = items.get(place);
    if (item != null) {
      places.put(item, place);
    }
  }

  /** Turns the order round. */
  public void reverse() {
    Collections.reverse(items);
    for (int i = 0; i < items.size(); i++) {
      settle(i);
    }
  }

  /** Is nothing left? */
  public boolean isEmpty() {
    return places.isEmpty();
  }
}
