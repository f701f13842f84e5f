// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects what passes decide, and prints it in the order of the source, one decision a line. What
 * is decided alike about several copies of one operation is said once.
 */
public final class DecisionReport implements PassObserver {
  private static final Comparator<Entry> IN_SOURCE_ORDER =
      Comparator.comparing(
          Entry::place,
          Comparator.nullsLast(
              Comparator.comparing(Location.FileRange::file)
                  .thenComparingInt(Location.FileRange::line)
                  .thenComparingInt(Location.FileRange::column)));

  private final Set<Entry> entries = new LinkedHashSet<>();

  /**
   * A decision and who made it.
   *
   * @param pass the name of the pass
   * @param decision what it decided
   */
  public record Entry(String pass, Decision decision) {
    private Location.@Nullable FileRange place() {
      return decision.location().position();
    }
  }

  /** Has seen nothing yet. */
  public DecisionReport() {}

  @Override
  public void afterPass(PassOutcome outcome) {
    for (Decision decision : outcome.decisions()) {
      entries.add(new Entry(outcome.pass().name(), decision));
    }
  }

  @Override
  public PassObserver fork(Consumer<Runnable> later) {
    return new DecisionReport();
  }

  @Override
  public void join(PassObserver forked) {
    if (forked instanceof DecisionReport report) {
      entries.addAll(report.entries);
    }
  }

  /** What was decided, in the order of the source, and of the passes at one place of it. */
  public List<Entry> entries() {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(IN_SOURCE_ORDER);
    return sorted;
  }

  /** A line for each decision. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries()) {
      Decision decision = entry.decision();
      Location.@Nullable FileRange at = entry.place();
      text.append(at == null ? "<unknown>:0" : at.file() + ":" + at.line() + ":" + at.column());
      text.append(": ").append(decision.subject());
      text.append(": asked ").append(decision.asked());
      text.append("; chosen ").append(decision.chosen());
      if (!decision.reason().isEmpty()) {
        text.append(": ").append(decision.reason());
      }
      text.append(" [").append(entry.pass()).append("]\n");
    }
    return text.toString();
  }

  /** The same as an array of JSON. */
  public String json() {
    StringBuilder text = new StringBuilder("[");
    String separator = "\n";
    for (Entry entry : entries()) {
      Decision decision = entry.decision();
      Location.@Nullable FileRange at = entry.place();
      text.append(separator).append("  {");
      if (at != null) {
        text.append("\"file\": ").append(quoted(at.file()));
        text.append(", \"line\": ").append(at.line());
        text.append(", \"column\": ").append(at.column()).append(", ");
      }
      text.append("\"subject\": ").append(quoted(decision.subject()));
      text.append(", \"asked\": ").append(quoted(decision.asked()));
      text.append(", \"chosen\": ").append(quoted(decision.chosen()));
      text.append(", \"reason\": ").append(quoted(decision.reason()));
      text.append(", \"pass\": ").append(quoted(entry.pass())).append('}');
      separator = ",\n";
    }
    return text.append("\n]\n").toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
