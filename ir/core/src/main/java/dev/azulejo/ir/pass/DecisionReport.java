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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what passes decide, and prints it in the order of the source, one decision a line;
 * behind that a table for each thing that kernels take of what there is little of. What is decided
 * alike about several copies of one operation is said once.
 */
public final class DecisionReport implements PassObserver {
  private static final Comparator<Entry> IN_SOURCE_ORDER =
      Comparator.comparing(
          Entry::place,
          Comparator.nullsLast(
              Comparator.comparing(Location.FileRange::file)
                  .thenComparingInt(Location.FileRange::line)
                  .thenComparingInt(Location.FileRange::column)));

  /** How many columns of a table are words, which stand at the left. */
  private static final int WORDS = 2;

  private final Set<Entry> entries = new LinkedHashSet<>();
  private final List<Budget> budgets = new ArrayList<>();
  private final Function<Location, String> names;

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

  /**
   * Has seen nothing yet.
   *
   * @param names what a program calls the value that is made at a place; empty where it has no name
   */
  public DecisionReport(Function<Location, String> names) {
    this.names = names;
  }

  @Override
  public void afterPass(PassOutcome outcome) {
    for (Decision decision : outcome.decisions()) {
      entries.add(new Entry(outcome.pass().name(), decision));
    }
    budgets.addAll(outcome.budgets());
  }

  @Override
  public PassObserver fork(Consumer<Runnable> later) {
    return new DecisionReport(names);
  }

  @Override
  public void join(PassObserver forked) {
    if (forked instanceof DecisionReport report) {
      entries.addAll(report.entries);
      budgets.addAll(report.budgets);
    }
  }

  /** What was decided, in the order of the source, and of the passes at one place of it. */
  public List<Entry> entries() {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(IN_SOURCE_ORDER);
    return sorted;
  }

  // --- Text -------------------------------------------------------------------------------------

  /** A line for each decision, then the tables. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries()) {
      Decision decision = entry.decision();
      text.append(text(entry.place())).append(": ").append(decision.subject());
      text.append(": asked ").append(decision.asked());
      text.append("; chosen ").append(decision.chosen());
      if (!decision.reason().isEmpty()) {
        text.append(": ").append(decision.reason());
      }
      text.append(" [").append(entry.pass()).append("]\n");
    }
    for (Budget budget : budgets) {
      table(budget, text);
    }
    return text.toString();
  }

  private static String text(Location.@Nullable FileRange at) {
    return at == null ? "<unknown>:0" : at.file() + ":" + at.line() + ":" + at.column();
  }

  private void table(Budget budget, StringBuilder text) {
    text.append('@').append(budget.owner()).append(": ").append(budget.resource()).append(": ");
    text.append(budget.used()).append(" of ").append(budget.limit()).append('\n');
    if (budget.shares().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", "where"));
    head.addAll(budget.columns());
    rows.add(head);
    for (Budget.Share share : budget.shares()) {
      List<String> row = new ArrayList<>();
      row.add(names.apply(share.location()));
      row.add(text(share.location().position()));
      share.numbers().forEach(number -> row.add(number.toString()));
      rows.add(row);
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(" ");
      for (int i = 0; i < row.size(); i++) {
        String padding = " ".repeat(width(rows, i) - row.get(i).length());
        line.append(' ').append(i < WORDS ? row.get(i) + padding : " " + padding + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static int width(List<List<String>> rows, int column) {
    int width = 0;
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }

  // --- JSON -------------------------------------------------------------------------------------

  /** The same as an object of JSON. */
  public String json() {
    StringBuilder text = new StringBuilder("{\"decisions\": [");
    String separator = "\n";
    for (Entry entry : entries()) {
      json(entry, text.append(separator));
      separator = ",\n";
    }
    text.append("\n],\n\"budgets\": [");
    separator = "\n";
    for (Budget budget : budgets) {
      json(budget, text.append(separator));
      separator = ",\n";
    }
    return text.append("\n]}\n").toString();
  }

  private static void json(Entry entry, StringBuilder text) {
    Decision decision = entry.decision();
    Location.@Nullable FileRange at = entry.place();
    text.append("  {");
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
  }

  private void json(Budget budget, StringBuilder text) {
    text.append("  {\"owner\": ").append(quoted(budget.owner()));
    text.append(", \"resource\": ").append(quoted(budget.resource()));
    text.append(", \"used\": ").append(budget.used());
    text.append(", \"limit\": ").append(budget.limit()).append(", \"shares\": [");
    String separator = "";
    for (Budget.Share share : budget.shares()) {
      text.append(separator).append("{\"name\": ").append(quoted(names.apply(share.location())));
      text.append(", \"where\": ").append(quoted(text(share.location().position())));
      for (int i = 0; i < budget.columns().size(); i++) {
        text.append(", ").append(quoted(budget.columns().get(i))).append(": ");
        text.append(share.numbers().get(i));
      }
      text.append('}');
      separator = ", ";
    }
    text.append("]}");
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
