// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Kernels with one pipelined loop around random statements: copies of all kinds, products, fills,
 * element-wise loops, conditions, gathers and a counter. With a schedule of their own they are
 * mostly wrong, as they should be.
 */
final class LoopPrograms {
  private static final String GLOBAL = "memref<32x32xf32>";
  private static final String SHARED = "memref<8x8xf32, \"shared\">";
  private static final String FRAGMENT = "memref<8x8xf32, \"fragment\">";
  private static final String OUT = "memref<128x8xf32>";
  private static final int TILES = 4;

  private final Random random;
  private final boolean scheduled;
  private final boolean guarded;
  private final StringBuilder text = new StringBuilder();
  private final int first;
  private final int end;
  private int names;
  private String counter = "";

  private LoopPrograms(Random random, boolean scheduled, boolean guarded) {
    this.random = random;
    this.scheduled = scheduled;
    this.guarded = guarded;
    this.first = random.nextInt(4) - 1;
    this.end = first + random.nextInt(8);
    write();
  }

  /** A kernel; if {@code scheduled}, its loop has a random schedule. */
  static LoopPrograms of(Random random, boolean scheduled) {
    return new LoopPrograms(random, scheduled, false);
  }

  /** A kernel whose loop brings tiles, and uses them, under conditions. */
  static LoopPrograms guarded(Random random) {
    return new LoopPrograms(random, false, true);
  }

  /** The program; its function takes A, B, indices, counters, the result, and two bounds. */
  String text() {
    return text.toString();
  }

  /** The value of the first bound. */
  int first() {
    return first;
  }

  /** The value of the second bound. */
  int end() {
    return end;
  }

  private void write() {
    line("func.func @f(%A: G, %B: G, %ids: memref<8xi32>, %cnt: memref<4xi32>, %O: O,");
    line("    %lo: index, %hi: index) attributes {tile.target = \"sm_80\"} {");
    line("%c0 = arith.constant 0 : index");
    line("%c2 = arith.constant 2 : index");
    line("%c4 = arith.constant 4 : index");
    line("%c8 = arith.constant 8 : index");
    line("%one = arith.constant 1.0 : f32");
    line("tile.launch grid(%bx = 1) threads(128) {");
    for (int i = 0; i < TILES; i++) {
      line("%s" + i + " = tile.alloc : S");
      if (random.nextInt(4) == 0) {
        line("tile.fill %s" + i + ", %one : S");
      }
    }
    for (int i = 0; i < 2; i++) {
      line("%f" + i + " = tile.alloc : F");
      line("tile.fill %f" + i + ", %one : F");
    }
    String from = random.nextInt(3) == 0 ? "%lo" : "" + first;
    String to = random.nextInt(3) == 0 ? "%hi" : "" + end;
    line("pipeline.for %k = " + from + " to " + to + " stages(" + (1 + random.nextInt(4)) + ") {");
    line("%ki = arith.index_cast %k : index to i32");
    statements();
    line("}");
    for (int i = 0; i < 2; i++) {
      line("tile.copy %f" + i + " -> %O[" + (80 + 8 * i) + ", 0] : F to O");
    }
    for (int i = 0; i < TILES; i++) {
      if (random.nextInt(5) == 0) {
        line("tile.copy %s" + i + " -> %O[" + (96 + 8 * i) + ", 0] : S to O");
      }
    }
    line("}");
    line("return");
    line("}");
  }

  private void statements() {
    if (guarded) {
      int guards = 1 + random.nextInt(2);
      for (int i = 0; i < guards; i++) {
        if (random.nextInt(3) == 0) {
          statement("", false);
        }
        bringUnderCondition();
      }
      return;
    }
    int count = 2 + random.nextInt(5);
    List<Integer> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      orders.add(i);
    }
    if (random.nextBoolean()) {
      Collections.shuffle(orders, random);
    }
    for (int i = 0; i < count; i++) {
      // Stages that rise with the statements have a chance to be right.
      int stage = random.nextInt(3) == 0 ? random.nextInt(3) : i * 3 / count;
      String place = "pipeline.stage = " + stage + ", pipeline.order = " + orders.get(i);
      statement(scheduled ? place : "", false);
    }
  }

  private void statement(String place, boolean nested) {
    String attributes = place.isEmpty() ? "" : " {" + place + "}";
    switch (random.nextInt(nested ? 9 : 12)) {
      case 0, 1, 2 -> load(place);
      case 3 -> line("tile.copy " + tile() + " -> " + tile() + attributes + " : S to S");
      case 4 -> line("tile.copy " + tile() + " -> " + fragment() + attributes + " : S to F");
      case 5 -> line("tile.copy " + fragment() + " -> " + tile() + attributes + " : F to S");
      case 6 -> {
        String row = index();
        line("tile.copy " + tile() + " -> %O[" + row + ", 0]" + attributes + " : S to O");
      }
      case 7 -> {
        String flags = place.isEmpty() ? " {transpose_b}" : " {" + place + ", transpose_b}";
        line("tile.gemm " + tile() + ", " + tile() + ", " + fragment() + flags + " : S, S, F");
      }
      case 8 -> points(place);
      case 9 -> condition(attributes);
      case 10 -> counting(attributes);
      default -> line("tile.fill " + tile() + ", %one" + attributes + " : S");
    }
  }

  /** Global memory to a tile, perhaps to one half of it. */
  private void load(String place) {
    String row = index();
    String column = index();
    int choice = random.nextInt(8);
    String part = choice == 0 ? "[0, 0][4, 8]" : choice == 1 ? "[4, 0][4, 8]" : "";
    String group = random.nextInt(3) > 0 ? ", pipeline.group = " + random.nextInt(3) : "";
    String attributes = place.isEmpty() ? "" : " {" + place + group + "}";
    String source = random.nextBoolean() ? "%A" : "%B";
    line(
        "tile.copy "
            + source
            + "["
            + row
            + ", "
            + column
            + "] -> "
            + tile()
            + part
            + attributes
            + " : G to S");
  }

  private void points(String place) {
    String attributes = place.isEmpty() ? "" : " attributes {" + place + "}";
    line("tile.parallel (%i, %j) to (8, 8)" + attributes + " {");
    if (random.nextBoolean()) {
      String target = fragment();
      line("  %x = memref.load " + tile() + "[%i, %j] : S");
      line("  %y = memref.load " + target + "[%i, %j] : F");
      line("  %z = arith.addf %x, %y : f32");
      line("  memref.store %z, " + target + "[%i, %j] : F");
    } else {
      line("  %x = memref.load %A[%i, %j] : G");
      line("  memref.store %x, " + tile() + "[%i, %j] : S");
    }
    line("}");
  }

  private void condition(String attributes) {
    String name = name();
    String predicate = List.of("sgt", "slt", "eq").get(random.nextInt(3));
    line(name + " = arith.cmpi " + predicate + ", %k, %c2 : index");
    line("scf.if " + name + " {");
    statement("", true);
    line("}" + attributes);
  }

  /** Brings a tile, and uses it, under one condition or under two: what can be overlapped. */
  private void bringUnderCondition() {
    String tile = tile();
    boolean nested = random.nextInt(4) == 0;
    String inner = name();
    openCondition();
    if (nested) {
      line(inner + " = arith.cmpi slt, %k, %c4 : index");
      line("scf.if " + inner + " {");
    }
    line("tile.copy %A[" + index() + ", " + index() + "] -> " + tile + " : G to S");
    if (random.nextInt(4) == 0) {
      guarded();
    }
    line("tile.copy " + tile + " -> %O[" + index() + ", 0] : S to O");
    if (random.nextBoolean()) {
      line("tile.gemm " + tile + ", " + tile + ", " + fragment() + " : S, S, F");
    }
    line(nested ? "}\n}" : "}");
  }

  /** Opens a condition on the index, or on what is loaded: of what may be written, sometimes. */
  private void openCondition() {
    String name = name();
    String left = "%k";
    String memory =
        random.nextInt(3) == 0 ? "%cnt[%c0] : memref<4xi32>" : "%ids[%c2] : memref<8xi32>";
    if (random.nextInt(3) == 0) {
      left = name + "c";
      line(name + "n = memref.load " + memory);
      line(left + " = arith.index_cast " + name + "n : i32 to index");
    }
    String predicate = List.of("sgt", "slt", "ne").get(random.nextInt(3));
    line(name + " = arith.cmpi " + predicate + ", " + left + ", %c2 : index");
    line("scf.if " + name + " {");
  }

  /** More of what stands under a condition: statements, conditions, and what may change both. */
  private void guarded() {
    for (int more = random.nextInt(4); more > 0; more--) {
      switch (random.nextInt(5)) {
        case 0 -> {
          openCondition();
          statement("", true);
          statement("", true);
          line("}");
        }
        case 1 -> {
          String count = name();
          line(count + " = memref.load %cnt[%c0] : memref<4xi32>");
          line(count + "r = arith.index_cast " + count + " : i32 to index");
          line("tile.copy %A[" + count + "r, 0] -> " + tile() + " : G to S");
        }
        case 2 -> line("memref.store %ki, %cnt[%c0] : memref<4xi32>");
        default -> statement("", true);
      }
    }
  }

  /** Stores a counter, loads it, or uses what was loaded. */
  private void counting(String attributes) {
    if (random.nextInt(3) == 0) {
      line("memref.store %ki, %cnt[%c0]" + attributes + " : memref<4xi32>");
    } else if (counter.isEmpty() || random.nextBoolean()) {
      counter = name();
      line(counter + " = memref.load %cnt[%c0]" + attributes + " : memref<4xi32>");
    } else {
      String row = name();
      line(row + " = arith.index_cast " + counter + " : i32 to index");
      line("tile.copy %A[" + row + ", 0] -> " + tile() + attributes + " : G to S");
    }
  }

  /** An index: the loop's, a multiple of it, a loaded one or a constant. */
  private String index() {
    String name = name();
    switch (random.nextInt(5)) {
      case 0 -> {
        return "" + random.nextInt(30);
      }
      case 1 -> line(name + " = arith.muli %k, %c2 : index");
      case 2 -> {
        line(name + "r = arith.remui %k, %c8 : index");
        line(name + "l = memref.load %ids[" + name + "r] : memref<8xi32>");
        line(name + " = arith.index_cast " + name + "l : i32 to index");
      }
      default -> {
        return "%k";
      }
    }
    return name;
  }

  private String tile() {
    return "%s" + random.nextInt(TILES);
  }

  private String fragment() {
    return "%f" + random.nextInt(2);
  }

  private String name() {
    return "%t" + names++;
  }

  private void line(String line) {
    text.append(
            line.replaceAll("\\bG\\b", GLOBAL)
                .replaceAll("\\bS\\b", SHARED)
                .replaceAll("\\bF\\b", FRAGMENT)
                .replaceAll("\\bO\\b(?=[ ,)]|$)", OUT)
                .replace("%" + OUT, "%O"))
        .append('\n');
  }
}
