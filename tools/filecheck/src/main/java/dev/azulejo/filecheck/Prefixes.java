// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that begin directives and comments.
 *
 * @param checks in the order given
 * @param comments in the order given
 * @param isDefault whether no check prefix was given
 */
record Prefixes(List<String> checks, List<String> comments, boolean isDefault) {
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]*");

  /** Fills in what was not given and refuses what can not be a prefix. */
  static Prefixes of(List<String> givenChecks, List<String> givenComments) {
    var seen = new HashSet<String>();
    List<String> checks = givenChecks.isEmpty() ? List.of("CHECK") : givenChecks;
    List<String> comments = givenComments.isEmpty() ? List.of("COM", "RUN") : givenComments;
    // Given ones first: a default one is never the second of a pair that clashes.
    if (givenChecks.isEmpty()) {
      seen.addAll(checks);
    }
    if (givenComments.isEmpty()) {
      seen.addAll(comments);
    }
    refuseBad("check", givenChecks, seen);
    refuseBad("comment", givenComments, seen);
    return new Prefixes(List.copyOf(checks), List.copyOf(comments), givenChecks.isEmpty());
  }

  private static void refuseBad(String kind, List<String> given, Set<String> seen) {
    for (String prefix : given) {
      if (prefix.isEmpty()) {
        throw new CheckException("error: empty " + kind + " prefix");
      }
      if (!VALID.matcher(prefix).matches()) {
        throw new CheckException(
            "error: a %s prefix has letters, digits, '-' and '_' only: '%s'"
                .formatted(kind, prefix));
      }
      if (!seen.add(prefix)) {
        throw new CheckException("error: prefix given twice: '%s'".formatted(prefix));
      }
    }
  }

  boolean isComment(String prefix) {
    return comments.contains(prefix);
  }

  /** All of them, longer ones before those they begin with. */
  List<String> longestFirst() {
    var all = new ArrayList<String>(checks);
    all.addAll(comments);
    all.sort((a, b) -> Integer.compare(b.length(), a.length()));
    return all;
  }
}
