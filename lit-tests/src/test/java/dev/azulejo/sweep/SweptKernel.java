// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

import dev.azulejo.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A kernel with pipelined loops and the configurations that it is run in. A comment narrows them:
 *
 * <pre>{@code
 * // SWEEP: stages=0..2 no-trips targets=sm_90a -- the reason, in words
 * }</pre>
 *
 * <p>Trips can be varied where the program says them as {@code %trips = arith.constant N : index},
 * in the kernel and in its reference.
 *
 * @param name the path from the root
 * @param text the program
 * @param stages the numbers of stages
 * @param ways the ways down
 * @param hasTrips whether the number of trips can be varied
 */
record SweptKernel(
    String name, String text, List<Integer> stages, List<Way> ways, boolean hasTrips) {
  private static final Path KERNELS = SourceTree.ROOT.resolve("lit-tests/kernels");
  private static final Path EXAMPLES = SourceTree.ROOT.resolve("examples");
  private static final Pattern STAGES = Pattern.compile("stages\\(\\d+\\)");
  private static final Pattern TRIPS = Pattern.compile("%trips = arith\\.constant \\d+ : index");
  private static final Pattern NARROWED = Pattern.compile("(?m)^// SWEEP: (.*?)(?: -- (.*))?$");
  private static final Pattern RANGE = Pattern.compile("stages=(\\d+)(?:\\.\\.(\\d+))?");
  private static final String TARGETS = "targets=";

  SweptKernel {
    stages = List.copyOf(stages);
    ways = List.copyOf(ways);
  }

  /**
   * The examples, and all kernels that are compiled for any target: those that name one are tests
   * of their own.
   */
  static List<SweptKernel> all() {
    List<SweptKernel> kernels = new ArrayList<>();
    collect(EXAMPLES, "", kernels);
    collect(KERNELS, "tile.target", kernels);
    return kernels;
  }

  private static void collect(Path folder, String without, List<SweptKernel> into) {
    for (Path file : SourceTree.filesEndingWith(".tir", folder)) {
      String text = SourceTree.read(file);
      boolean isForAny = without.isEmpty() || !text.contains(without);
      if (isForAny && text.contains("tile.reference") && STAGES.matcher(text).find()) {
        into.add(of(SourceTree.name(file), text));
      }
    }
  }

  /** A kernel as its comment narrows it. */
  static SweptKernel of(String name, String text) {
    List<Integer> stages = numbers(0, 4);
    List<Way> ways = List.of(Way.values());
    boolean hasTrips = TRIPS.matcher(text).find();
    Matcher comment = NARROWED.matcher(text);
    if (comment.find()) {
      if (comment.group(2) == null) {
        throw new AssertionError(name + ": a comment narrows the sweep and gives no reason");
      }
      for (String word : comment.group(1).split(" ")) {
        Matcher range = RANGE.matcher(word);
        if (range.matches()) {
          int first = Integer.parseInt(range.group(1));
          stages =
              numbers(first, range.group(2) == null ? first : Integer.parseInt(range.group(2)));
        } else if (word.startsWith(TARGETS)) {
          String wanted = word.substring(TARGETS.length());
          ways = ways.stream().filter(way -> way.target().equals(wanted)).toList();
        } else if (word.equals("no-trips")) {
          hasTrips = false;
        } else {
          throw new AssertionError(name + ": the sweep knows no '" + word + "'");
        }
      }
    }
    return new SweptKernel(name, text, stages, ways, hasTrips);
  }

  private static List<Integer> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  /** The program with other numbers of stages and, unless negative, of trips. */
  String text(int depth, int trips) {
    String staged = STAGES.matcher(text).replaceAll("stages(" + depth + ")");
    return trips < 0 ? staged : withTrips(staged, trips);
  }

  /** The program as it is written, but for the number of trips. */
  String plain(int trips) {
    return trips < 0 ? text : withTrips(text, trips);
  }

  private static String withTrips(String program, int trips) {
    return TRIPS.matcher(program).replaceAll("%trips = arith.constant " + trips + " : index");
  }
}
