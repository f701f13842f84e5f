// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows a run in lit's layout. */
final class Report {
  private static final String STARS = "*".repeat(20);
  private static final int SLOWEST = 20;
  private static final int BARS = 10;
  private static final int BAR_WIDTH = 40;

  private final LitOptions options;
  private final PrintStream out;
  private final int discovered;
  private final int selected;
  private final int workers;
  private int reported;

  Report(LitOptions options, PrintStream out, int discovered, int selected, int workers) {
    this.options = options;
    this.out = out;
    this.discovered = discovered;
    this.selected = selected;
    this.workers = workers;
  }

  void begin() {
    if (!options.quiet()) {
      String of = selected == discovered ? "" : " of " + discovered;
      out.printf("-- Testing: %d%s tests, %d workers --%n", selected, of, workers);
    }
  }

  void result(TestResult result) {
    reported++;
    boolean failure = result.outcome().isFailure();
    if (!failure && !options.showsAll() && (options.quiet() || options.succinct())) {
      return;
    }
    String attempts = result.attempts() > 1 ? ", " + result.attempts() + " attempts" : "";
    out.printf(
        "%s: %s (%d of %d%s)%n",
        result.outcome(), result.test().name(), reported, selected, attempts);
    if (options.showsAll()
        || (failure && options.showsFailures() && result.outcome() != Outcome.XPASS)) {
      if (failure) {
        out.println(STARS + " TEST '" + result.test().name() + "' FAILED " + STARS);
      }
      out.println(result.output());
      out.println(STARS);
    }
    out.flush();
  }

  void end(List<TestResult> results, long nanos) {
    if (options.has("--time-tests")) {
      times(results);
    }
    for (Outcome outcome : Outcome.values()) {
      List<TestResult> group =
          results.stream().filter(result -> result.outcome() == outcome).toList();
      if (!group.isEmpty() && options.lists(outcome)) {
        out.println(STARS);
        out.printf("%s Tests (%d):%n", outcome.label(), group.size());
        group.forEach(result -> out.println("  " + result.test().name()));
        out.println();
      }
    }
    if (!options.quiet()) {
      out.printf(Locale.ROOT, "%nTesting Time: %.2fs%n", nanos / 1e9);
    }
    totals(results);
  }

  private void totals(List<TestResult> results) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    if (discovered > selected) {
      counts.put(Outcome.EXCLUDED, discovered - selected);
    }
    if (options.quiet()) {
      counts.keySet().removeIf(outcome -> !outcome.isFailure());
      if (counts.isEmpty()) {
        return;
      }
    }
    out.printf("%nTotal Discovered Tests: %d%n", discovered);
    int labels = counts.keySet().stream().mapToInt(it -> it.label().length()).max().orElse(1);
    int digits = counts.values().stream().mapToInt(it -> it.toString().length()).max().orElse(1);
    String format = "  %-" + labels + "s: %" + digits + "d (%.2f%%)%n";
    counts.forEach((outcome, count) ->
        out.printf(Locale.ROOT, format, outcome.label(), count, 100.0 * count / discovered));
  }

  private void times(List<TestResult> results) {
    List<TestResult> slowest =
        results.stream().sorted(Comparator.comparing(TestResult::elapsed).reversed()).toList();
    String rule = "-".repeat(74);
    out.println("Slowest Tests:");
    out.println(rule);
    slowest.stream()
        .limit(SLOWEST)
        .forEach(result ->
            out.printf(Locale.ROOT, "%.2fs: %s%n", seconds(result), result.test().name()));
    out.println();
    out.println("Tests Times:");
    out.println(rule);
    out.printf("[    Range    ] :: [%s] :: [Count]%n", centered("Percentage"));
    out.println(rule);
    double width = slowest.isEmpty() ? 0 : Math.max(1e-6, seconds(slowest.getFirst()) / BARS);
    for (int i = BARS - 1; i >= 0 && width > 0; i--) {
      double from = i * width;
      boolean last = i == BARS - 1;
      long count =
          results.stream()
              .mapToDouble(Report::seconds)
              .filter(time -> time >= from && (last || time < from + width))
              .count();
      int bar = (int) (BAR_WIDTH * count / results.size());
      out.printf(
          Locale.ROOT,
          "[%.5fs,%.5fs) :: [%-" + BAR_WIDTH + "s] :: [%d/%d]%n",
          from,
          from + width,
          "*".repeat(bar),
          count,
          results.size());
    }
    out.println(rule);
  }

  private static String centered(String text) {
    String left = " ".repeat((BAR_WIDTH - text.length()) / 2);
    return left + text + " ".repeat(BAR_WIDTH - text.length() - left.length());
  }

  private static double seconds(TestResult result) {
    return result.elapsed().toNanos() / 1e9;
  }
}
