// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import java.util.Locale;
import java.util.Random;

/** Texts of launches whose threads access two buffers in shared memory, in loops and conditions. */
final class RandomThreads {
  private static final int THREADS = 64;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int names;
  private int depth;

  private RandomThreads(long seed) {
    random = new Random(seed);
  }

  static String of(long seed) {
    return new RandomThreads(seed).write();
  }

  private String write() {
    line("func.func @f(%%flags: memref<8xi1>) {");
    line("%%v = arith.constant 1.0 : f32");
    line("%%w = arith.constant dense<1.0> : vector<4xf32>");
    for (int i = 0; i < 9; i++) {
      line("%%c%d = arith.constant %d : index", i, i);
    }
    line("%%c63 = arith.constant 63 : index");
    line("%%c64 = arith.constant 64 : index");
    line("tile.launch grid(%%b = 1) threads(%d) {", THREADS);
    line("%%t = gpu.thread_id x");
    String second = random.nextBoolean() ? " {ptx.offset = 512 : i64}" : "";
    String first = second.isEmpty() ? "" : " {ptx.offset = 0 : i64}";
    line("%%s0 = memref.alloca()%s : memref<512xf32, \"shared\">", first);
    line("%%s1 = memref.alloca()%s : memref<512xf32, \"shared\">", second);
    statements("%c0");
    line("}");
    line("return");
    line("}");
    return text.toString();
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private String name(String format, Object... arguments) {
    String name = "%x" + names++;
    text.append(name).append(" = ");
    line(format, arguments);
    return name;
  }

  private void statements(String counter) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(depth < 2 ? 9 : 6);
      if (kind < 6) {
        access(counter, kind);
      } else if (kind < 8) {
        loop();
      } else {
        branch(counter);
      }
    }
  }

  private void loop() {
    String counter = "%k" + names++;
    line(
        "scf.for %s = %%c%d to %%c%d step %%c%d {",
        counter, random.nextInt(2), 1 + random.nextInt(6), 1 + random.nextInt(2));
    depth++;
    statements(counter);
    depth--;
    line("}");
  }

  private void branch(String counter) {
    String rest = name("arith.remui %s, %%c2 : index", counter);
    String even = name("arith.cmpi eq, %s, %%c0 : index", rest);
    line("scf.if %s {", even);
    depth++;
    statements(counter);
    depth--;
    line("}");
  }

  private void access(String counter, int kind) {
    String buffer = "%s" + random.nextInt(2);
    String row = row(counter);
    String type = "memref<512xf32, \"shared\">";
    if (kind == 0) {
      String four = name("arith.muli %%t, %%c4 : index");
      line("vector.store %%w, %s[%s] : %s, vector<4xf32>", buffer, four, type);
    } else {
      String index = name("arith.addi %s, %s : index", row, column());
      if (kind < 3) {
        line("memref.store %%v, %s[%s] : %s", buffer, index, type);
      } else {
        name("memref.load %s[%s] : %s", buffer, index, type);
      }
    }
  }

  /** Which row of 64 elements: one of a ring, or that of the iteration. */
  private String row(String counter) {
    String ahead = name("arith.addi %s, %%c%d : index", counter, random.nextInt(3));
    String slot =
        switch (random.nextInt(4)) {
          case 0 -> "%c" + random.nextInt(3);
          case 1 -> name("arith.remui %s, %%c2 : index", ahead);
          case 2 -> name("arith.remui %s, %%c3 : index", ahead);
          default -> counter;
        };
    return name("arith.muli %s, %%c64 : index", slot);
  }

  private String column() {
    return switch (random.nextInt(4)) {
      case 0 -> name("arith.xori %%t, %%c63 : index");
      case 1 -> name("arith.xori %%t, %%c%d : index", random.nextInt(4));
      default -> "%t";
    };
  }
}
