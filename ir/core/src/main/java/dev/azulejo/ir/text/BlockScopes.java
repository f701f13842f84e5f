// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which block a label stands for while parsing; labels are local to their region. */
final class BlockScopes {
  private static final class Entry {
    private final Block block = new Block();
    private final Location firstSeen;
    private boolean defined;

    Entry(Location firstSeen) {
      this.firstSeen = firstSeen;
    }
  }

  private final Deque<Map<String, Entry>> scopes = new ArrayDeque<>();

  void push() {
    scopes.push(new LinkedHashMap<>());
  }

  /** Leaves a region, in which every block must have been defined. */
  void pop() {
    for (Entry entry : scopes.pop().values()) {
      if (!entry.defined) {
        throw new ParseFailure(
            Diagnostic.error(entry.firstSeen, "reference to an undefined block"));
      }
    }
  }

  Block use(String name, Location place) {
    return entry(name, place).block;
  }

  Block define(String name, Location place) {
    Entry entry = entry(name, place);
    if (entry.defined) {
      throw new ParseFailure(
          Diagnostic.error(place, "redefinition of block '%s'", name)
              .note(entry.firstSeen, "previously defined here"));
    }
    entry.defined = true;
    return entry.block;
  }

  private Entry entry(String name, Location place) {
    return scopes.element().computeIfAbsent(name, _ -> new Entry(place));
  }
}
