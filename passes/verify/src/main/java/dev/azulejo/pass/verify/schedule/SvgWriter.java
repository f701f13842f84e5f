// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.schedule.Timeline.Cell;
import dev.azulejo.pass.verify.schedule.Timeline.Kind;
import dev.azulejo.pass.verify.schedule.Timeline.Lane;
import java.util.ArrayList;
import java.util.List;

/** Writes charts as one picture, one below the other. */
final class SvgWriter {
  private static final int LETTER = 7;
  private static final int FONT = 11;
  private static final int LINE = 18;
  private static final int MARGIN = 12;
  private static final int PADDING = 4;
  private static final int GAP = 24;
  private static final int RADIUS = 2;

  /** The text stands so far below the upper edge of its line. */
  private static final int BASE = 13;

  private final StringBuilder out = new StringBuilder();
  private int width;
  private int y = MARGIN;

  private SvgWriter() {}

  static String write(List<Chart> charts) {
    SvgWriter writer = new SvgWriter();
    charts.forEach(writer::chart);
    return writer.whole();
  }

  private String whole() {
    int right = width + MARGIN;
    String size = right + " " + y;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + size
        + "\" width=\""
        + right
        + "\" height=\""
        + y
        + "\" font-family=\"monospace\" font-size=\""
        + FONT
        + "\">\n<title>Schedule</title>\n<rect width=\""
        + right
        + "\" height=\""
        + y
        + "\" fill=\"#ffffff\"/>\n"
        + out
        + "</svg>\n";
  }

  private void chart(Chart chart) {
    out.append("<g class=\"launch\">\n");
    line(chart.title(), true);
    chart.facts().forEach(fact -> line(fact, false));
    chart.remarks().forEach(remark -> line("remark: " + remark, false));
    Timeline timeline = chart.timeline();
    if (timeline.columns() > 0 && !timeline.lanes().isEmpty()) {
      y += PADDING;
      table(timeline);
    }
    out.append("</g>\n");
    y += GAP;
  }

  private void line(String text, boolean isTitle) {
    text(MARGIN, text, isTitle ? " font-weight=\"bold\"" : "");
    width = Math.max(width, MARGIN + (int) letters(text) * LETTER);
    y += LINE;
  }

  private static long letters(String text) {
    return text.codePoints().count();
  }

  private void table(Timeline timeline) {
    List<Lane> all = new ArrayList<>(timeline.lanes());
    all.addAll(timeline.slots());
    int names = 0;
    for (Lane lane : all) {
      names = Math.max(names, (int) letters(lane.name()) + (lane.isEngine() ? 2 : 0));
    }
    int[] left = columns(timeline, all, MARGIN + names * LETTER + 2 * PADDING);
    width = Math.max(width, left[timeline.columns()]);
    for (int column = 0; column < timeline.columns(); column++) {
      text(left[column], String.valueOf(column), " fill=\"#808080\"");
    }
    y += LINE;
    timeline.lanes().forEach(lane -> lane(lane, left, "lane"));
    y += PADDING;
    timeline.slots().forEach(lane -> lane(lane, left, "slot"));
  }

  /** Where columns begin: each is as wide as what needs it to be, and the last ends there. */
  private static int[] columns(Timeline timeline, List<Lane> all, int from) {
    int[] widths = new int[timeline.columns()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = String.valueOf(column).length() * LETTER + 2 * PADDING;
    }
    for (Lane lane : all) {
      for (Cell cell : lane.cells()) {
        int needed = (int) letters(cell.text()) * LETTER + 2 * PADDING;
        int columns = cell.to() - cell.from() + 1;
        for (int column = cell.from(); column <= cell.to(); column++) {
          widths[column] = Math.max(widths[column], Math.ceilDiv(needed, columns));
        }
      }
    }
    int[] left = new int[widths.length + 1];
    left[0] = from;
    for (int column = 0; column < widths.length; column++) {
      left[column + 1] = left[column] + widths[column];
    }
    return left;
  }

  private void lane(Lane lane, int[] left, String type) {
    out.append("<g class=\"").append(type).append("\">\n");
    text(MARGIN + (lane.isEngine() ? 2 * LETTER : 0), lane.name(), "");
    for (Cell cell : lane.cells()) {
      int from = left[cell.from()];
      int wide = left[cell.to() + 1] - from - 1;
      out.append("<g><title>")
          .append(escaped(when(cell) + ": " + cell.text() + " (" + cell.detail() + ")"))
          .append("</title><rect x=\"")
          .append(from)
          .append("\" y=\"")
          .append(y + 1)
          .append("\" width=\"")
          .append(wide)
          .append("\" height=\"")
          .append(LINE - 2)
          .append("\" rx=\"")
          .append(RADIUS)
          .append("\" fill=\"")
          .append(colour(cell.kind()))
          .append("\"/>");
      text(from + PADDING, cell.text(), "");
      out.append("</g>\n");
    }
    out.append("</g>\n");
    y += LINE;
  }

  private static String when(Cell cell) {
    return cell.from() == cell.to()
        ? "step " + cell.from()
        : "steps " + cell.from() + " to " + cell.to();
  }

  private void text(int x, String text, String attributes) {
    out.append("<text x=\"")
        .append(x)
        .append("\" y=\"")
        .append(y + BASE)
        .append('"')
        .append(attributes)
        .append('>')
        .append(escaped(text))
        .append("</text>\n");
  }

  private static String colour(Kind kind) {
    return switch (kind) {
      case WAIT -> "#e0e0e0";
      case SIGNAL -> "#c8e6c9";
      case LOAD -> "#bbdefb";
      case WORK -> "#ffcc80";
      case FLIGHT -> "#d1c4e9";
      case FILLING -> "#e3f2fd";
      case FULL -> "#90caf9";
      case READ -> "#ffe0b2";
    };
  }

  /** Text of XML: what has a meaning there is spelled out, what may not stand there is replaced. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          switch (letter) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(isOfXml(letter) ? letter : '?');
          }
        });
    return safe.toString();
  }

  private static boolean isOfXml(int letter) {
    return letter == '\t'
        || (letter >= 0x20 && letter <= 0xD7FF)
        || (letter >= 0xE000 && letter <= 0xFFFD)
        || letter >= 0x10000;
  }
}
