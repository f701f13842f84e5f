// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Collects what passes count, and prints it in the order of the pipeline. */
public final class StatisticsReport implements PassObserver {
  private static final String RULE = "===" + "-".repeat(73) + "===\n";

  private final Map<PassInstance, Statistics> counted = new LinkedHashMap<>();

  /** Has seen nothing yet. */
  public StatisticsReport() {}

  @Override
  public void afterPass(PassOutcome outcome) {
    statistics(outcome.pass()).addAll(outcome.statistics());
  }

  /** What all runs of a pass have counted together. */
  public Statistics statistics(PassInstance pass) {
    return counted.computeIfAbsent(pass, _ -> new Statistics());
  }

  @Override
  public PassObserver fork(Consumer<Runnable> later) {
    return new StatisticsReport();
  }

  @Override
  public void join(PassObserver forked) {
    if (forked instanceof StatisticsReport report) {
      report.counted.forEach((pass, statistics) -> statistics(pass).addAll(statistics));
    }
  }

  /** The report on the passes of a pipeline. */
  public String report(Pipeline pipeline) {
    StringBuilder text = new StringBuilder(RULE);
    text.append(" ".repeat(25)).append("... Pass statistics report ...\n").append(RULE);
    elements(pipeline.merged(), "", text);
    return text.toString();
  }

  private void elements(Pipeline pipeline, String indent, StringBuilder text) {
    for (PipelineElement element : pipeline.elements()) {
      switch (element) {
        case PassInstance pass -> counts(pass, indent, text);
        case Pipeline nested -> {
          text.append(indent).append('\'').append(nested.anchor()).append("' Pipeline\n");
          elements(nested, indent + "  ", text);
        }
      }
    }
  }

  private void counts(PassInstance pass, String indent, StringBuilder text) {
    Map<Statistic, Long> counts = statistics(pass).counts();
    if (counts.isEmpty()) {
      return;
    }
    text.append(indent).append(pass.title()).append('\n');
    int width = 0;
    for (long count : counts.values()) {
      width = Math.max(width, Long.toString(count).length());
    }
    for (Map.Entry<Statistic, Long> entry : counts.entrySet()) {
      String count = Long.toString(entry.getValue());
      text.append(indent).append("  (S) ").append(" ".repeat(width - count.length()));
      text.append(count).append(' ').append(entry.getKey().name());
      text.append(" - ").append(entry.getKey().description()).append('\n');
    }
  }
}
