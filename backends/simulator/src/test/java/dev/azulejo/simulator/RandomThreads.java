// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random program of 64 threads and what it computes. Each thread has one number; it changes it by
 * itself, in ifs and loops whose ways differ from thread to thread, and gets that of another
 * through shared memory or from a lane of its warp.
 */
final class RandomThreads {
  private static final int THREADS = 64;
  private static final int DEEPEST = 2;

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<Integer> barriers = new ArrayList<>();
  private int[] numbers = new int[THREADS];
  private String number = "%start";
  private int names;

  RandomThreads(long seed) {
    random = new Random(seed);
    lines.add("%start = arith.index_cast %t : index to i32");
    for (int t = 0; t < THREADS; t++) {
      numbers[t] = t;
    }
    int statements = 2 + random.nextInt(5);
    for (int i = 0; i < statements; i++) {
      statement();
    }
    exchange();
    lines.add("memref.store %s, %%out[%%t] : memref<64xi32>".formatted(number));
  }

  String[] lines() {
    return lines.toArray(String[]::new);
  }

  /** The lines of the barriers without which a warp would read before another has written. */
  List<Integer> barriers() {
    return barriers;
  }

  double[] expected() {
    double[] expected = new double[THREADS];
    for (int t = 0; t < THREADS; t++) {
      expected[t] = numbers[t];
    }
    return expected;
  }

  private String name() {
    return "%v" + names++;
  }

  private void statement() {
    switch (random.nextInt(3)) {
      case 0 -> exchange();
      case 1 -> shuffle();
      default -> number = own(0, numbers);
    }
  }

  /** What each thread does by itself with its number; gives the name of the result. */
  private String own(int depth, int[] state) {
    return switch (random.nextInt(depth < DEEPEST ? 4 : 2)) {
      case 0 -> sum(state);
      case 1 -> product(state);
      case 2 -> choice(depth, state);
      default -> loop(depth, state);
    };
  }

  private String constant(int value) {
    String name = name();
    lines.add("%s = arith.constant %d : i32".formatted(name, value));
    return name;
  }

  private String sum(int[] state) {
    int by = random.nextInt(100);
    String addend = constant(by);
    String name = name();
    lines.add("%s = arith.addi %s, %s : i32".formatted(name, number, addend));
    for (int t = 0; t < THREADS; t++) {
      state[t] += by;
    }
    return name;
  }

  private String product(int[] state) {
    String name = name();
    lines.add("%s = arith.muli %s, %%start : i32".formatted(name, number));
    for (int t = 0; t < THREADS; t++) {
      state[t] *= t;
    }
    return name;
  }

  /** Truth of {@code t % count < few}. */
  private String condition(int count, int few) {
    String divisor = name();
    String limit = name();
    String rest = name();
    String name = name();
    lines.add("%s = arith.constant %d : index".formatted(divisor, count));
    lines.add("%s = arith.constant %d : index".formatted(limit, few));
    lines.add("%s = arith.remui %%t, %s : index".formatted(rest, divisor));
    lines.add("%s = arith.cmpi ult, %s, %s : index".formatted(name, rest, limit));
    return name;
  }

  private String choice(int depth, int[] state) {
    int count = 1 + random.nextInt(40);
    int few = random.nextInt(count + 1);
    String condition = condition(count, few);
    String before = number;
    String name = name();
    int[] yes = state.clone();
    int[] no = state.clone();
    lines.add("%s = scf.if %s -> (i32) {".formatted(name, condition));
    number = own(depth + 1, yes);
    lines.add("  scf.yield %s : i32".formatted(number));
    lines.add("} else {");
    number = before;
    number = own(depth + 1, no);
    lines.add("  scf.yield %s : i32".formatted(number));
    lines.add("}");
    number = before;
    for (int t = 0; t < THREADS; t++) {
      state[t] = t % count < few ? yes[t] : no[t];
    }
    return name;
  }

  /** A loop of {@code t % count} iterations. */
  private String loop(int depth, int[] state) {
    int count = 1 + random.nextInt(6);
    String divisor = name();
    String end = name();
    String name = name();
    String carried = name();
    lines.add("%s = arith.constant %d : index".formatted(divisor, count));
    lines.add("%s = arith.remui %%t, %s : index".formatted(end, divisor));
    lines.add(
        "%s = scf.for %%i%s = %%c0 to %s step %%c1 iter_args(%s = %s) -> (i32) {"
            .formatted(name, carried.substring(1), end, carried, number));
    String before = number;
    number = carried;
    int begin = lines.size();
    int namesBefore = names;
    long choices = random.nextLong();
    for (int iteration = 0; iteration == 0 || iteration < count - 1; iteration++) {
      // The same body again, for the threads that come so far.
      while (lines.size() > begin) {
        lines.removeLast();
      }
      names = namesBefore;
      number = carried;
      int[] after = state.clone();
      String result = withChoices(choices, depth, after);
      lines.add("  scf.yield %s : i32".formatted(result));
      for (int t = 0; t < THREADS; t++) {
        state[t] = iteration < t % count ? after[t] : state[t];
      }
    }
    lines.add("}");
    number = before;
    return name;
  }

  private String withChoices(long seed, int depth, int[] state) {
    long later = random.nextLong();
    random.setSeed(seed);
    String result = own(depth + 1, state);
    random.setSeed(later);
    return result;
  }

  private void shuffle() {
    int mask = 1 << random.nextInt(5);
    String distance = constant(mask);
    String width = constant(32);
    String name = name();
    lines.add(
        "%s, %%ok%s = gpu.shuffle xor %s, %s, %s : i32"
            .formatted(name, name.substring(2), number, distance, width));
    number = name;
    int[] before = numbers.clone();
    for (int t = 0; t < THREADS; t++) {
      numbers[t] = before[t ^ mask];
    }
  }

  /** Each thread gets the number of one whose place differs in the upper bits. */
  private void exchange() {
    int mask = 32 | random.nextInt(32);
    String place = name();
    String other = name();
    String name = name();
    lines.add("memref.store %s, %%s[%%t] : memref<64xi32, \"shared\">".formatted(number));
    barriers.add(lines.size());
    lines.add("gpu.barrier");
    lines.add("%s = arith.constant %d : index".formatted(place, mask));
    lines.add("%s = arith.xori %%t, %s : index".formatted(other, place));
    lines.add("%s = memref.load %%s[%s] : memref<64xi32, \"shared\">".formatted(name, other));
    lines.add("gpu.barrier");
    number = name;
    int[] before = numbers.clone();
    for (int t = 0; t < THREADS; t++) {
      numbers[t] = before[t ^ mask];
    }
  }
}
