// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.OpSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Patterns by the name of the operation that they begin at. Immutable: threads may share it. */
public final class PatternSet {
  private record Entry(String name, int benefit, RewritePattern pattern) {}

  private static final String ANY = "";

  private final Map<String, List<RewritePattern>> byName = new HashMap<>();
  private final List<RewritePattern> forAny;

  private PatternSet(List<Entry> entries) {
    // The sort is stable, so patterns of the same benefit stay in the order they were added in.
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt(Entry::benefit).reversed());
    forAny = matching(sorted, ANY);
    for (Entry entry : sorted) {
      byName.computeIfAbsent(entry.name(), name -> matching(sorted, name));
    }
  }

  private static List<RewritePattern> matching(List<Entry> entries, String name) {
    List<RewritePattern> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.name().equals(name) || entry.name().equals(ANY)) {
        found.add(entry.pattern());
      }
    }
    return List.copyOf(found);
  }

  /** Begins a set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The set of one pattern, which is tried at every operation. */
  public static PatternSet of(RewritePattern pattern) {
    return builder().addForAny(1, pattern).build();
  }

  /** What the operations themselves know: {@link Canonicalizable}. */
  public static PatternSet canonical() {
    return of((op, rewriter) ->
        op instanceof Canonicalizable canonical && canonical.canonicalize(rewriter));
  }

  /** The patterns for a kind of operation, the most beneficial first. */
  public List<RewritePattern> patterns(OpSchema schema) {
    return byName.getOrDefault(schema.name(), forAny);
  }

  /** Collects patterns. */
  public static final class Builder {
    private final List<Entry> entries = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a pattern that begins at operations of one name.
     *
     * @param benefit patterns with more of it are tried first
     */
    public Builder add(String opName, int benefit, RewritePattern pattern) {
      entries.add(new Entry(opName, benefit, pattern));
      return this;
    }

    /** Adds a pattern that is tried at every operation. */
    public Builder addForAny(int benefit, RewritePattern pattern) {
      return add(ANY, benefit, pattern);
    }

    /** Ends the set. */
    public PatternSet build() {
      return new PatternSet(entries);
    }
  }
}
