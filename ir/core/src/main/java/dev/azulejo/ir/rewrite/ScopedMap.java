// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that forgets, at the end of a scope, what was put in since its beginning. */
public final class ScopedMap<K, V> {
  private record Undo<K, V>(K key, @Nullable V old) {}

  private final Map<K, V> entries = new HashMap<>();
  private final List<List<Undo<K, V>>> scopes = new ArrayList<>();

  /** An empty map, outside of all scopes. */
  public ScopedMap() {}

  /** Begins a scope. */
  public void enter() {
    scopes.add(new ArrayList<>());
  }

  /** Ends the innermost scope. */
  public void leave() {
    List<Undo<K, V>> undos = scopes.removeLast();
    for (Undo<K, V> undo : undos.reversed()) {
      V old = undo.old();
      if (old == null) {
        entries.remove(undo.key());
      } else {
        entries.put(undo.key(), old);
      }
    }
  }

  /** What a key stands for, in this scope or one around it, or null. */
  public @Nullable V get(K key) {
    return entries.get(key);
  }

  /** Lets a key stand for a value until the innermost scope ends. */
  public void put(K key, V value) {
    if (scopes.isEmpty()) {
      throw new CompilerBug("something is put into a scoped map outside of all scopes");
    }
    scopes.getLast().add(new Undo<>(key, entries.put(key, value)));
  }
}
