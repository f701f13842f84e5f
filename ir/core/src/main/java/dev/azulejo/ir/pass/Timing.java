// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Measures how long things take: passes, analyses and nested pipelines as an observer, and whatever
 * else a tool does by {@link #time}. The time of work done in parallel is added up.
 */
public final class Timing implements PassObserver {
  private static final String RULE = "===" + "-".repeat(73) + "===\n";
  private static final double NANOS = 1e9;

  /** A node of the tree. */
  private static final class Timer {
    private final String name;
    private final Map<Object, Timer> children = new LinkedHashMap<>();
    private long nanos;
    private long started;

    Timer(String name) {
      this.name = name;
    }

    void add(Timer other) {
      nanos += other.nanos;
      addChildren(other);
    }

    void addChildren(Timer other) {
      other.children.forEach(
          (key, child) -> children.computeIfAbsent(key, _ -> new Timer(child.name)).add(child));
    }
  }

  private final List<Timer> running = new ArrayList<>();

  /** Begins to measure. */
  public Timing() {
    Timer root = new Timer("Total");
    root.started = System.nanoTime();
    running.add(root);
  }

  /** Measures one thing. */
  public <T> T time(String name, Supplier<T> work) {
    start(name, name);
    try {
      return work.get();
    } finally {
      stop();
    }
  }

  private void start(Object key, String name) {
    Timer timer = running.getLast().children.computeIfAbsent(key, _ -> new Timer(name));
    timer.started = System.nanoTime();
    running.add(timer);
  }

  private void stop() {
    Timer timer = running.removeLast();
    timer.nanos += System.nanoTime() - timer.started;
  }

  @Override
  public void beforePass(PassInstance pass, Operation op) {
    start(pass, pass.title());
  }

  @Override
  public void afterPass(PassOutcome outcome) {
    stop();
  }

  @Override
  public void beforeAnalysis(String name, Operation op) {
    start(name, "(A) " + name);
  }

  @Override
  public void afterAnalysis(String name, Operation op) {
    stop();
  }

  @Override
  public void beforePipeline(Pipeline nested, Operation parent) {
    start(nested, "'" + nested.anchor() + "' Pipeline");
  }

  @Override
  public void afterPipeline(Pipeline nested, Operation parent) {
    stop();
  }

  @Override
  public PassObserver fork(Consumer<Runnable> later) {
    return new Timing();
  }

  @Override
  public void join(PassObserver forked) {
    if (forked instanceof Timing timing) {
      running.getLast().addChildren(timing.running.getFirst());
    }
  }

  /** The report, a tree in the order in which things began. */
  public String report() {
    Timer root = running.getFirst();
    long total = System.nanoTime() - root.started;
    StringBuilder text = new StringBuilder(RULE);
    text.append(" ".repeat(25)).append("... Execution time report ...\n").append(RULE);
    text.append(String.format(Locale.ROOT, "  Total Execution Time: %.4f seconds", total / NANOS));
    text.append("\n\n");
    text.append("  ----Wall Time----  ----Name----\n");
    long rest = total;
    for (Timer child : root.children.values()) {
      rest -= child.nanos;
      tree(child, "", total, text);
    }
    line("Rest", Math.max(rest, 0), total, text);
    line("Total", total, total, text);
    return text.toString();
  }

  private static void tree(Timer timer, String indent, long total, StringBuilder text) {
    line(indent + timer.name, timer.nanos, total, text);
    for (Timer child : timer.children.values()) {
      tree(child, indent + "  ", total, text);
    }
  }

  private static void line(String name, long nanos, long total, StringBuilder text) {
    double percent = total == 0 ? 0 : 100.0 * nanos / total;
    text.append(String.format(Locale.ROOT, "  %8.4f (%5.1f%%)  ", nanos / NANOS, percent));
    text.append(name).append('\n');
  }
}
