// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.CheckStep.Check;
import dev.azulejo.filecheck.MatchResult.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Matches the {@code -DAG} directives before a step, in groups that {@code -NOT} parts. */
final class DagMatcher {
  private final CheckRequest request;
  private final MatchReporter reporter;
  private final BiPredicate<List<Check>, Slice> excludes;

  /** {@code excludes} tells, and reports, whether something is there that must not be. */
  DagMatcher(
      CheckRequest request, MatchReporter reporter, BiPredicate<List<Check>, Slice> excludes) {
    this.request = request;
    this.reporter = reporter;
    this.excludes = excludes;
  }

  /**
   * Matches all groups.
   *
   * @param openNots takes the {@code -NOT} directives behind the last group
   * @return where the last group ends, the start of the region without any, or -1 on failure
   */
  int match(List<Check> checks, Slice region, List<Check> openNots) {
    Slice rest = region;
    // Without overlaps, in the order of the input.
    var group = new ArrayList<Found>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      if (check.kind() == DirectiveKind.NOT) {
        openNots.add(check);
        continue;
      }
      if (!place(check, rest, group)) {
        return -1;
      }
      boolean groupEnds = i + 1 == checks.size() || checks.get(i + 1).kind() == DirectiveKind.NOT;
      if (groupEnds) {
        Slice skipped = rest.first(group.getFirst().start() - rest.start());
        if (!openNots.isEmpty() && excludes.test(openNots, skipped)) {
          return -1;
        }
        openNots.clear();
        rest = rest.from(group.getLast().end() - rest.start());
        group.clear();
      }
    }
    return rest.start();
  }

  /** Finds the first match that overlaps none of the group, and adds it to the group. */
  private boolean place(Check check, Slice region, List<Found> group) {
    Slice rest = region;
    while (true) {
      switch (check.pattern().match(rest)) {
        case Found found -> {
          if (request.veryVerbose()) {
            reporter.foundExpected(check, 1, rest, found);
          }
          Found earlier = add(found, group);
          if (earlier == null) {
            if (!request.veryVerbose()) {
              reporter.foundExpected(check, 1, rest, found);
            }
            return true;
          }
          reporter.discarded(check, region, earlier);
          rest = region.from(earlier.end() - region.start());
        }
        case MatchResult.NotFound _ -> {
          reporter.notFound(check, 1, rest);
          return false;
        }
        case MatchResult.Invalid invalid -> {
          reporter.invalid(check, rest, invalid);
          return false;
        }
      }
    }
  }

  /** Adds a match to a group; or returns the one of the group that it overlaps. */
  private @Nullable Found add(Found found, List<Found> group) {
    if (request.allowDagOverlap()) {
      // The bounds of the whole group are all that matters then.
      if (!group.isEmpty()) {
        Found all = group.removeFirst();
        int start = Math.min(all.start(), found.start());
        int end = Math.max(all.end(), found.end());
        group.add(new Found(start, end, List.of()));
      } else {
        group.add(found);
      }
      return null;
    }
    int index = 0;
    while (index < group.size() && found.start() >= group.get(index).end()) {
      index++;
    }
    if (index < group.size() && group.get(index).start() < found.end()) {
      return group.get(index);
    }
    group.add(index, found);
    return null;
  }
}
