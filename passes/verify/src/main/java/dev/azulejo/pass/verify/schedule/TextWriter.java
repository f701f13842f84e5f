// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.schedule.Timeline.Cell;
import dev.azulejo.pass.verify.schedule.Timeline.Kind;
import dev.azulejo.pass.verify.schedule.Timeline.Lane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a chart as a table in bands, each as wide as a screen. */
final class TextWriter {
  private static final int WIDTH = 150;

  private final Timeline timeline;
  private final StringBuilder out = new StringBuilder();
  private final int names;
  private final int[] widths;

  private TextWriter(Timeline timeline) {
    this.timeline = timeline;
    int longest = "step".length();
    for (Lane lane : all(timeline)) {
      longest = Math.max(longest, name(lane).length());
    }
    this.names = longest;
    this.widths = new int[timeline.columns()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = String.valueOf(column).length();
      for (Lane lane : all(timeline)) {
        widths[column] = Math.max(widths[column], at(lane, column, -1).length());
      }
    }
  }

  static String write(Chart chart) {
    StringBuilder text = new StringBuilder(chart.title()).append('\n');
    chart.facts().forEach(fact -> text.append("  ").append(fact).append('\n'));
    chart.remarks().forEach(remark -> text.append("  remark: ").append(remark).append('\n'));
    if (chart.timeline().columns() > 0 && !chart.timeline().lanes().isEmpty()) {
      text.append(new TextWriter(chart.timeline()).bands());
    }
    return text.toString();
  }

  private static List<Lane> all(Timeline timeline) {
    List<Lane> all = new ArrayList<>(timeline.lanes());
    all.addAll(timeline.slots());
    return all;
  }

  private static String name(Lane lane) {
    return lane.isEngine() ? "  " + lane.name() : lane.name();
  }

  private String bands() {
    int from = 0;
    while (from < timeline.columns()) {
      int to = from;
      for (Lane lane : all(timeline)) {
        widths[from] = Math.max(widths[from], at(lane, from, from).length());
      }
      int width = names + 3 + widths[from];
      while (to + 1 < timeline.columns() && width + 3 + widths[to + 1] <= WIDTH) {
        to++;
        width += 3 + widths[to];
      }
      band(from, to);
      from = to + 1;
    }
    return out.toString();
  }

  private void band(int from, int to) {
    out.append('\n');
    List<String> numbers = new ArrayList<>();
    for (int column = from; column <= to; column++) {
      numbers.add(String.valueOf(column));
    }
    line("step", numbers, from);
    rule(from, to);
    for (Lane lane : timeline.lanes()) {
      if (!lane.isEngine() || isBusy(lane, from, to)) {
        line(lane, from, to);
      }
    }
    if (!timeline.slots().isEmpty()) {
      rule(from, to);
      timeline.slots().forEach(lane -> line(lane, from, to));
    }
  }

  private static boolean isBusy(Lane lane, int from, int to) {
    return lane.cells().stream().anyMatch(cell -> cell.from() <= to && from <= cell.to());
  }

  private void line(Lane lane, int from, int to) {
    List<String> texts = new ArrayList<>();
    for (int column = from; column <= to; column++) {
      texts.add(at(lane, column, from));
    }
    line(name(lane), texts, from);
  }

  /** What stands in a column; what goes on from the one before is a mark, but for the first. */
  private static String at(Lane lane, int column, int first) {
    @Nullable Cell found = null;
    for (Cell cell : lane.cells()) {
      if (cell.from() <= column && column <= cell.to()) {
        found = cell;
      }
    }
    if (found == null) {
      return "";
    }
    boolean isSlot = found.turn() >= 0;
    return isSlot || column == found.from() || column == first
        ? found.text()
        : found.kind() == Kind.WAIT ? "..." : "===";
  }

  private void line(String name, List<String> texts, int from) {
    StringBuilder line = new StringBuilder(padded(name, names));
    for (int i = 0; i < texts.size(); i++) {
      line.append(" | ").append(padded(texts.get(i), widths[from + i]));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void rule(int from, int to) {
    out.repeat('-', names);
    for (int column = from; column <= to; column++) {
      out.append("-+-").repeat('-', widths[column]);
    }
    out.append('\n');
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
