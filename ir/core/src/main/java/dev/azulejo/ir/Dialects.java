// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dialects that a tool knows, by name. */
public final class Dialects {
  private final Map<String, Dialect> byName = new TreeMap<>();

  /**
   * A set of dialects.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public Dialects(Collection<? extends Dialect> dialects) {
    for (Dialect dialect : dialects) {
      Dialect other = byName.put(dialect.name(), dialect);
      if (other != null) {
        throw new IllegalArgumentException(
            "two dialects are called '%s': %s and %s"
                .formatted(
                    dialect.name(), other.getClass().getName(), dialect.getClass().getName()));
      }
    }
  }

  /** The dialect of a name, or null. */
  public @Nullable Dialect dialect(String name) {
    return byName.get(name);
  }

  /** All of them, sorted by name. */
  public List<Dialect> all() {
    return new ArrayList<>(byName.values());
  }

  /** Their names, sorted. */
  public List<String> names() {
    return new ArrayList<>(byName.keySet());
  }

  /** The schema of a full name, or null. */
  public @Nullable OpSchema schema(String fullName) {
    int dot = fullName.indexOf('.');
    Dialect dialect = dot < 0 ? null : byName.get(fullName.substring(0, dot));
    return dialect == null ? null : dialect.operation(fullName.substring(dot + 1));
  }
}
