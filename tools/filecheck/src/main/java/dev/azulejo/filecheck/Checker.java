// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.CheckStep.Check;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of a check file on an input. */
final class Checker {
  private final List<CheckStep> steps;
  private final CheckRequest request;
  private final Variables variables;
  private final MatchReporter reporter;
  private final DagMatcher dags;

  Checker(
      List<CheckStep> steps, CheckRequest request, Variables variables, MatchReporter reporter) {
    this.steps = steps;
    this.request = request;
    this.variables = variables;
    this.reporter = reporter;
    this.dags = new DagMatcher(request, reporter, this::excludes);
  }

  /**
   * Whether the input satisfies the checks. Labels cut it into blocks, and one failure in a block
   * does not keep the others from being looked at.
   */
  boolean check(Slice input) {
    boolean good = true;
    int first = 0;
    Slice rest = input;
    while (true) {
      int label = nextLabel(first);
      Slice block = rest;
      if (label < steps.size()) {
        MatchResult.Found found = findAll(steps.get(label).check(), rest);
        if (found == null) {
          return false;
        }
        block = rest.first(found.end() - rest.start());
        rest = rest.from(block.length());
      }
      // What the command line defines lives until the first label.
      if (first != 0 && request.enableVarScope()) {
        variables.forgetLocals();
      }
      int end = Math.min(label + 1, steps.size());
      good &= checkBlock(steps.subList(first, end), block);
      if (label == steps.size()) {
        return good;
      }
      first = end;
    }
  }

  private int nextLabel(int from) {
    int label = from;
    while (label < steps.size() && steps.get(label).check().kind() != DirectiveKind.LABEL) {
      label++;
    }
    return label;
  }

  private boolean checkBlock(List<CheckStep> blockSteps, Slice block) {
    Slice rest = block;
    for (CheckStep step : blockSteps) {
      int end = checkStep(step, rest);
      if (end < 0) {
        return false;
      }
      rest = rest.from(end - rest.start());
    }
    return true;
  }

  /** The end of the step's match, or -1 if the step fails. */
  private int checkStep(CheckStep step, Slice region) {
    var nots = new ArrayList<Check>();
    int from = dags.match(step.before(), region, nots);
    if (from < 0) {
      return -1;
    }
    Slice rest = region.from(from - region.start());
    MatchResult.Found found = findAll(step.check(), rest);
    if (found == null) {
      return -1;
    }
    Slice skipped = rest.first(found.start() - rest.start());
    if (isOnWrongLine(step.check(), skipped, found.end()) || excludes(nots, skipped)) {
      return -1;
    }
    return found.end();
  }

  /** Finds a check as often as it asks for; null, after a report, if it is not there so often. */
  private MatchResult.@Nullable Found findAll(Check check, Slice region) {
    Slice rest = region;
    int start = region.start();
    for (int round = 1; round <= check.pattern().count(); round++) {
      switch (check.pattern().match(rest)) {
        case MatchResult.Found found -> {
          reporter.foundExpected(check, round, rest, found);
          start = round == 1 ? found.start() : start;
          rest = rest.from(found.end() - rest.start());
        }
        case MatchResult.NotFound _ -> {
          reporter.notFound(check, round, rest);
          return null;
        }
        case MatchResult.Invalid invalid -> {
          reporter.invalid(check, rest, invalid);
          return null;
        }
      }
    }
    return new MatchResult.Found(start, rest.start(), List.of());
  }

  /** Whether any of the checks is found in the region, or can not be searched for. */
  private boolean excludes(List<Check> nots, Slice region) {
    boolean failed = false;
    for (Check not : nots) {
      switch (not.pattern().match(region)) {
        case MatchResult.Found found -> {
          reporter.foundExcluded(not, region, found);
          failed = true;
        }
        case MatchResult.NotFound _ -> reporter.notFoundAsWanted(not, region);
        case MatchResult.Invalid invalid -> {
          reporter.invalid(not, region, invalid);
          failed = true;
        }
      }
    }
    return failed;
  }

  private boolean isOnWrongLine(Check check, Slice skipped, int matchEnd) {
    DirectiveKind kind = check.kind();
    String name = check.prefix() + kind.suffix();
    List<Integer> lineStarts = lineStarts(skipped);
    if (kind == DirectiveKind.SAME && !lineStarts.isEmpty()) {
      reporter.onWrongLine(
          check, name + ": is not on the same line as the previous match", skipped, matchEnd, -1);
      return true;
    }
    if (kind != DirectiveKind.NEXT && kind != DirectiveKind.EMPTY) {
      return false;
    }
    if (lineStarts.isEmpty()) {
      reporter.onWrongLine(
          check, name + ": is on the same line as previous match", skipped, matchEnd, -1);
      return true;
    }
    if (lineStarts.size() > 1) {
      reporter.onWrongLine(
          check,
          name + ": is not on the line after the previous match",
          skipped,
          matchEnd,
          lineStarts.getFirst());
      return true;
    }
    return false;
  }

  /** The offsets behind the line breaks; a carriage return and a newline are one break. */
  private static List<Integer> lineStarts(Slice text) {
    var starts = new ArrayList<Integer>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        char other = c == '\n' ? '\r' : '\n';
        i += text.charAt(i + 1) == other ? 1 : 0;
        starts.add(text.start() + i + 1);
      }
    }
    return starts;
  }
}
