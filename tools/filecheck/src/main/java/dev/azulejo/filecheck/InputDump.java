// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Prints the input with what the checks found in it below each line. */
final class InputDump {
  private static final int TO_LINE_END = Integer.MAX_VALUE;
  // How many lines stand for the lines that are left out.
  private static final int ELLIPSIS = 3;

  /**
   * What stands below a line.
   *
   * @param end the column behind the marks
   * @param isStart whether the finding begins on this line
   */
  private record Annotation(
      String label,
      int line,
      int start,
      int end,
      char mark,
      String note,
      boolean isStart,
      Finding.Kind kind) {}

  private final CheckRequest request;
  private final TextBuffer input;
  private final List<Annotation> annotations;
  private final int labelWidth;
  private final Messages messages;

  InputDump(CheckRequest request, TextBuffer input, List<Finding> findings, Messages messages) {
    this.request = request;
    this.input = input;
    this.messages = messages;
    this.annotations = annotate(findings);
    int width = Long.toString(input.text().lines().count()).length();
    for (Annotation annotation : annotations) {
      width = Math.max(width, annotation.label().length());
    }
    // So that the numbers of input lines and of directives never stand below each other.
    labelWidth = width + 3;
  }

  private List<Annotation> annotate(List<Finding> findings) {
    var totals = new HashMap<String, Integer>();
    for (Finding finding : findings) {
      totals.merge(finding.check().label(), 1, Integer::sum);
    }
    var counts = new HashMap<String, Integer>();
    var result = new ArrayList<Annotation>();
    for (Finding finding : findings) {
      String name = finding.check().label();
      int index = counts.merge(name, 1, Integer::sum) - 1;
      addTo(result, totals.getOrDefault(name, 0) == 1 ? name : name + "'" + index, finding);
    }
    result.sort(Comparator.comparingInt(Annotation::line));
    return result;
  }

  /** Adds an annotation for each line of a finding. */
  private void addTo(List<Annotation> result, String label, Finding finding) {
    Finding.Kind kind = finding.kind();
    int line = input.line(finding.start());
    int column = input.column(finding.start());
    int lastLine = input.line(finding.end());
    int lastColumn = input.column(finding.end());
    char mark = finding.isPlaceless() ? ' ' : kind.mark();
    String note = finding.note().isEmpty() ? kind.note() : finding.note();
    int end = line == lastLine ? lastColumn : TO_LINE_END;
    result.add(new Annotation(label, line, column, end, mark, note, true, kind));
    for (int next = line + 1; next <= lastLine; next++) {
      int nextEnd = next == lastLine ? lastColumn : TO_LINE_END;
      if (nextEnd > 1) {
        result.add(new Annotation(label, next, 1, nextEnd, '~', "", false, kind));
      }
    }
  }

  void print() {
    messages.print(
        """

        Input file: %s
        Check file: %s

        -dump-input=help explains the following input dump.

        Input was:
        <<<<<<
        """
            .formatted(request.inputName(), request.checkName()));
    var elided = new ArrayList<Runnable>();
    List<Integer> wanted = wantedLines();
    int next = 0;
    int offset = 0;
    int shownTo = 0;
    for (int line = 1; offset < input.text().length() || shownTo < annotations.size(); line++) {
      int newline = input.text().indexOf('\n', offset);
      int end = newline < 0 ? input.text().length() : newline + 1;
      int from = shownTo;
      while (shownTo < annotations.size() && annotations.get(shownTo).line() == line) {
        shownTo++;
      }
      List<Annotation> below = annotations.subList(from, shownTo);
      String text = input.text().substring(offset, end);
      int number = line;
      Runnable show = () -> printLine(number, text, below);
      while (next < wanted.size() && wanted.get(next) < line - request.dump().context()) {
        next++;
      }
      boolean isNear =
          next < wanted.size() && wanted.get(next) <= (long) line + request.dump().context();
      if (isNear || request.dump().filter() == DumpRequest.Filter.ALL) {
        printElided(elided);
        show.run();
      } else {
        for (int i = 0; i <= below.size(); i++) {
          elided.add(i == 0 ? show : () -> {});
        }
      }
      offset = end;
    }
    printElided(elided);
    messages.print(">>>>>>\n");
  }

  private List<Integer> wantedLines() {
    return annotations.stream()
        .filter(annotation ->
            switch (request.dump().filter()) {
              case ALL, ANNOTATION_FULL -> true;
              case ANNOTATION -> annotation.isStart();
              case ERROR -> annotation.isStart() && annotation.kind().isError();
            })
        .map(Annotation::line)
        .toList();
  }

  /** Prints three dots one below the other, or what they stand for if that is no longer. */
  private void printElided(List<Runnable> elided) {
    if (elided.size() > ELLIPSIS) {
      String dot = " ".repeat(labelWidth - 1) + ".\n";
      messages.print(dot.repeat(ELLIPSIS));
    } else {
      elided.forEach(Runnable::run);
    }
    elided.clear();
  }

  private void printLine(int number, String text, List<Annotation> below) {
    // A space stands for the newline, so that marks can point at it.
    String shown = text.endsWith("\n") ? text.substring(0, text.length() - 1) + " " : text;
    String label = Integer.toString(number);
    messages.print("\033[0;1;30m", " ".repeat(labelWidth - label.length()) + label + ": ");
    messages.print("\033[1m", shown);
    messages.print("\n");
    for (Annotation annotation : below) {
      messages.print(annotation.kind().color(), below(annotation, shown.length()));
      messages.print("\n");
    }
  }

  private String below(Annotation annotation, int lineWidth) {
    var text = new StringBuilder(annotation.label());
    text.append(" ".repeat(labelWidth - annotation.label().length() + 2));
    text.append(" ".repeat(annotation.start() - 1)).append(annotation.mark());
    int column = annotation.start() + 1;
    for (; column < annotation.end() && column <= lineWidth; column++) {
      text.append('~');
    }
    if (!annotation.note().isEmpty()) {
      text.append(" ".repeat(Math.max(0, lineWidth + 1 - column)));
      text.append(' ').append(annotation.note());
    }
    return text.toString();
  }
}
