// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A kernel made up by chance: blocks that hand each other values in any order, values that live
 * across blocks, registers of an array that are read and written. It may run for ever, and stores
 * what it computes as it goes.
 */
final class RandomKernel {
  private static final int ELEMENTS = 3;
  private static final List<String> SUMS = List.of("add", "sub", "xor", "mul");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final int joins;
  private final int[] arguments;
  private int values;
  private int blocks;

  private RandomKernel(long seed) {
    this.random = new Random(seed);
    this.joins = 1 + random.nextInt(4);
    this.arguments = new int[joins];
    for (int i = 0; i < joins; i++) {
      arguments[i] = random.nextInt(4);
    }
  }

  static String text(long seed) {
    return new RandomKernel(seed).text();
  }

  private String text() {
    line("module attributes {tile.target = \"sm_80\"} {");
    line("ptx.kernel @k(%out: !ptx.param<ptr, 4>) {");
    line("%g = ptx.ld.param %out : !ptx.param<ptr, 4>");
    line("%r = ptx.regs : !ptx.regs<" + ELEMENTS + " x i32>");
    List<String> entry = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      entry.add(value("ptx.constant " + random.nextInt(100) + " : i32"));
    }
    for (int i = 0; i < ELEMENTS; i++) {
      line("ptx.regs.write " + pick(entry) + ", %r[" + i + "] : !ptx.regs<3 x i32>");
    }
    body(entry, 0);
    for (int i = 0; i < joins; i++) {
      List<String> known = new ArrayList<>(entry);
      List<String> own = new ArrayList<>();
      for (int k = 0; k < arguments[i]; k++) {
        own.add("%j" + i + "_" + k);
      }
      known.addAll(own);
      known.addAll(own);
      line("^join" + i + (own.isEmpty() ? "" : "(" + String.join(": i32, ", own) + ": i32)") + ":");
      body(known, 0);
    }
    line("}");
    line("}");
    return text.toString();
  }

  private void body(List<String> known, int depth) {
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(6)) {
        case 0 -> line("ptx.st global %g, " + pick(known) + " : i64, i32");
        case 1 -> line("ptx.regs.write " + pick(known) + ", " + element());
        case 2 -> known.add(value("ptx.regs.read " + element()));
        case 3 -> update(known);
        default -> known.add(sum(known));
      }
    }
    line("ptx.st global %g, " + known.getLast() + " : i64, i32");
    String condition = value("ptx.setp lt " + pick(known) + ", " + pick(known) + " : i32");
    boolean hasChild = depth < 3 && random.nextInt(3) == 0;
    String child = "^child" + blocks++;
    String one = target(known);
    String other = hasChild ? child : target(known);
    if (random.nextBoolean()) {
      line("ptx.bra_if " + condition + ", " + one + ", " + other);
    } else {
      line("ptx.bra_if " + condition + ", " + other + ", " + one);
    }
    if (hasChild) {
      line(child + ":");
      body(new ArrayList<>(known), depth + 1);
    }
  }

  /** Reads a register, computes with it, uses it again, and writes the result back. */
  private void update(List<String> known) {
    String element = element();
    String read = value("ptx.regs.read " + element);
    String sum = value("ptx.add " + read + ", " + pick(known) + " : i32");
    if (random.nextBoolean()) {
      line("ptx.st global %g, " + read + " : i64, i32");
    }
    line("ptx.regs.write " + sum + ", " + (random.nextInt(4) == 0 ? element() : element));
  }

  private String target(List<String> known) {
    int join = random.nextInt(joins);
    if (arguments[join] == 0) {
      return "^join" + join;
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < arguments[join]; i++) {
      values.add(pick(known));
    }
    String types = ", i32".repeat(arguments[join]).substring(2);
    return "^join" + join + "(" + String.join(", ", values) + " : " + types + ")";
  }

  private String sum(List<String> known) {
    String kind = SUMS.get(random.nextInt(SUMS.size()));
    return value("ptx." + kind + " " + pick(known) + ", " + pick(known) + " : i32");
  }

  private String element() {
    return "%r[" + random.nextInt(ELEMENTS) + "] : !ptx.regs<3 x i32>";
  }

  private String value(String operation) {
    String name = "%v" + values++;
    line(name + " = " + operation);
    return name;
  }

  private String pick(List<String> known) {
    return known.get(random.nextInt(known.size()));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
