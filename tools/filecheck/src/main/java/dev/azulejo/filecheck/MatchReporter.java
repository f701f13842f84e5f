// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.CheckStep.Check;
import dev.azulejo.filecheck.Messages.Severity;
import java.util.ArrayList;
import java.util.List;

/** Says what was found and what was not, in messages and for the input dump. */
final class MatchReporter {
  // Beyond these sizes the search for similar lines takes longer than its result is worth.
  private static final int SIMILAR_SEARCH = 4096;
  private static final long SIMILAR_WORK = 4096L * 2048;
  private static final double SIMILAR_LIMIT = 50;

  private final CheckRequest request;
  private final Messages messages;
  private final Variables variables;
  private final boolean dumps;
  private final List<Finding> findings = new ArrayList<>();

  MatchReporter(CheckRequest request, Messages messages, Variables variables) {
    this.request = request;
    this.messages = messages;
    this.variables = variables;
    this.dumps = request.dump().when() != DumpRequest.When.NEVER;
  }

  /** What was found so far, for the input dump. */
  List<Finding> findings() {
    return findings;
  }

  /** Reports a match that a check asks for. */
  void foundExpected(Check check, int round, Slice region, MatchResult.Found found) {
    boolean talkative =
        check.kind() == DirectiveKind.END ? request.veryVerbose() : request.verbose();
    if (talkative) {
      recordFound(check, Finding.Kind.FOUND, found);
      if (!dumps) {
        printFound(Severity.REMARK, "expected", check, round, region, found);
      }
    }
  }

  /** Reports a match of what must not be there. */
  void foundExcluded(Check check, Slice region, MatchResult.Found found) {
    recordFound(check, Finding.Kind.FOUND_EXCLUDED, found);
    printFound(Severity.ERROR, "excluded", check, 1, region, found);
  }

  private void recordFound(Check check, Finding.Kind kind, MatchResult.Found found) {
    findings.add(new Finding(check, kind, found.start(), found.end(), ""));
    for (String note : substitutionNotes(check)) {
      findings.add(new Finding(check, kind, found.start(), found.start(), note));
    }
    for (MatchResult.Capture capture : found.captures()) {
      findings.add(new Finding(check, kind, capture.start(), capture.end(), captureNote(capture)));
    }
  }

  private void printFound(
      Severity severity,
      String what,
      Check check,
      int round,
      Slice region,
      MatchResult.Found found) {
    messages.print(
        severity,
        check.location(),
        check.description() + ": " + what + " string found in input" + rounds(check, round));
    var place = new Location(region.buffer(), found.start());
    messages.print(Severity.NOTE, place, found.end(), "found here");
    printNotes(check, place);
    for (MatchResult.Capture capture : found.captures()) {
      var start = new Location(region.buffer(), capture.start());
      messages.print(Severity.NOTE, start, capture.end(), captureNote(capture));
    }
  }

  /** Reports that something a check asks for is not there. */
  void notFound(Check check, int round, Slice region) {
    record(check, Finding.Kind.NOT_FOUND, region, List.of());
    printNotFound(Severity.ERROR, "expected", check, round, region);
    reportSimilar(check, region);
  }

  /** Reports that something is not there, as it should be. */
  void notFoundAsWanted(Check check, Slice region) {
    if (request.veryVerbose()) {
      record(check, Finding.Kind.NOT_FOUND_AS_WANTED, region, List.of());
      if (!dumps) {
        printNotFound(Severity.REMARK, "excluded", check, 1, region);
      }
    }
  }

  /** Reports that a pattern has no value to search for. */
  void invalid(Check check, Slice region, MatchResult.Invalid invalid) {
    List<String> complaints =
        invalid.problems().stream().map(MatchResult.Problem::message).toList();
    record(check, Finding.Kind.INVALID, region, complaints);
    for (MatchResult.Problem problem : invalid.problems()) {
      messages.print(Severity.ERROR, problem.location(), problem.message());
    }
    printNotes(check, region.location());
    if (check.kind() != DirectiveKind.NOT) {
      reportSimilar(check, region);
    }
  }

  private void record(Check check, Finding.Kind kind, Slice region, List<String> complaints) {
    findings.add(new Finding(check, kind, region.start(), region.end(), ""));
    var notes = new ArrayList<String>(complaints);
    notes.addAll(substitutionNotes(check));
    for (String note : notes) {
      findings.add(new Finding(check, kind, region.start(), region.start(), note));
    }
  }

  private void printNotFound(Severity severity, String what, Check check, int round, Slice region) {
    messages.print(
        severity,
        check.location(),
        check.description() + ": " + what + " string not found in input" + rounds(check, round));
    messages.print(Severity.NOTE, region.location(), "scanning from here");
    printNotes(check, region.location());
  }

  private static String rounds(Check check, int round) {
    int count = check.pattern().count();
    return count > 1 ? " (%d out of %d)".formatted(round, count) : "";
  }

  private void printNotes(Check check, Location place) {
    for (String note : substitutionNotes(check)) {
      messages.print(Severity.NOTE, place, note);
    }
  }

  private List<String> substitutionNotes(Check check) {
    var notes = new ArrayList<String>();
    for (Substitution substitution : check.pattern().substitutions()) {
      String value = substitution.value(variables, new ArrayList<>());
      if (value != null) {
        String escaped = Texts.escape(value);
        notes.add(
            "with \"%s\" equal to \"%s\"%s"
                .formatted(
                    Texts.escape(substitution.source().text()),
                    escaped,
                    escaped.equals(value) ? "" : " (escaped value)"));
      }
    }
    return notes;
  }

  private static String captureNote(MatchResult.Capture capture) {
    return "captured var \"" + capture.name() + "\"";
  }

  /** Points at the place that looks most like the pattern, if any does. */
  private void reportSimilar(Check check, Slice region) {
    int best = similarPlace(check.pattern().example(), region);
    if (best > region.start()) {
      findings.add(new Finding(check, Finding.Kind.SIMILAR, best, best, ""));
      messages.print(
          Severity.NOTE, new Location(region.buffer(), best), "possible intended match here");
    }
  }

  private static int similarPlace(String example, Slice region) {
    int places = Math.min(SIMILAR_SEARCH, region.length());
    if ((long) places * example.length() > SIMILAR_WORK) {
      return -1;
    }
    int best = -1;
    double bestQuality = SIMILAR_LIMIT;
    int lines = 0;
    for (int i = 0; i < places; i++) {
      char c = region.charAt(i);
      lines += c == '\n' ? 1 : 0;
      if (Slice.isBlank(c)) {
        continue;
      }
      String candidate = region.from(i).first(example.length()).text();
      int newline = candidate.indexOf('\n');
      candidate = newline < 0 ? candidate : candidate.substring(0, newline);
      int distance = Texts.editDistance(candidate, example, (int) bestQuality);
      // Of two that differ as much, the nearer one is meant.
      double quality = distance + lines / 100.0;
      if (quality < bestQuality) {
        best = region.start() + i;
        bestQuality = quality;
      }
    }
    return best;
  }

  /** Says that the last match of a check overlaps an earlier one of its group, and so is none. */
  void discarded(Check check, Slice region, MatchResult.Found earlier) {
    if (!request.veryVerbose()) {
      return;
    }
    changeLast(check, Finding.Kind.DISCARDED);
    if (!dumps) {
      messages.print(
          Severity.NOTE,
          new Location(region.buffer(), earlier.start()),
          earlier.end(),
          "match discarded, overlaps earlier DAG match here");
    }
  }

  /** Reports that a match is not on the line where it has to be. */
  void onWrongLine(Check check, String complaint, Slice skipped, int matchEnd, int otherLine) {
    TextBuffer input = skipped.buffer();
    messages.print(Severity.ERROR, check.location(), complaint);
    var match = new Location(input, skipped.end());
    messages.print(Severity.NOTE, match, "'next' match was here");
    messages.print(Severity.NOTE, skipped.location(), "previous match ended here");
    if (otherLine >= 0) {
      messages.print(
          Severity.NOTE,
          new Location(input, otherLine),
          "non-matching line after previous match is here");
    }
    if (request.verbose()) {
      changeLast(check, Finding.Kind.FOUND_ON_WRONG_LINE);
    } else {
      findings.add(
          new Finding(check, Finding.Kind.FOUND_ON_WRONG_LINE, skipped.end(), matchEnd, ""));
    }
  }

  private void changeLast(Check check, Finding.Kind kind) {
    for (int i = findings.size() - 1; i >= 0 && findings.get(i).check() == check; i--) {
      findings.set(i, findings.get(i).withKind(kind));
    }
  }
}
