// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class Suggestion {
  private static final int MOST = 3;

  private Suggestion() {}

  /** The operation of a dialect whose name is close to a misspelt one, or null. */
  static @Nullable String closest(String name, Dialects dialects, String dialectName) {
    Dialect dialect = dialects.dialect(dialectName);
    if (dialect == null) {
      return null;
    }
    return closest(
        name, dialect.operationNames().stream().map(op -> dialectName + "." + op).toList());
  }

  /** The candidate close to a misspelt name, the first of equals, or null. */
  public static @Nullable String closest(String name, Iterable<String> candidates) {
    String best = null;
    int bestDistance = Math.max(1, name.length() / 4) + 1;
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * The end of a message about a misspelt name, {@code ; did you mean 'a' or 'b'?}, with at most
   * three candidates, the closest first; empty where none is close.
   */
  public static String question(String name, Iterable<String> candidates) {
    SortedMap<Integer, List<String>> byDistance = new TreeMap<>();
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance <= Math.max(1, name.length() / 4)) {
        byDistance.computeIfAbsent(distance, _ -> new ArrayList<>()).add(candidate);
      }
    }
    StringBuilder text = new StringBuilder();
    int left = MOST;
    for (List<String> equals : byDistance.values()) {
      equals.sort(null);
      for (String candidate : equals.subList(0, Math.min(left, equals.size()))) {
        text.append(text.isEmpty() ? "; did you mean '" : " or '").append(candidate).append("'");
        left--;
      }
    }
    return text.isEmpty() ? "" : text.append('?').toString();
  }

  /** The number of characters to insert, delete or change; the usual dynamic programme. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
