// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random program with one pipelined loop, and the same program with a plain loop in its place.
 * Each iteration brings tiles from global memory, which may reach outside of it, and puts them to
 * some use: products, sums, copies back, computation element by element.
 */
final class PipelinedProgram {
  private static final int MOST_TILES = 3;
  private static final int MOST_USES = 4;
  private static final String ALLOCS =
      """
          %s0 = tile.alloc : TILE
          %s1 = tile.alloc : TILE
          %s2 = tile.alloc : TILE
      """;
  private static final String FILLS =
      """
          tile.fill %s0, %tz : TILE
          tile.fill %s1, %tz : TILE
          tile.fill %s2, %tz : TILE
      """;

  private final SplittableRandom random;
  private final String type;
  private final int rows;
  private final int columns;
  private final int trips;
  private final int first;
  private final boolean dynamic;
  private final boolean prefilled;
  private final boolean repeated;
  private final boolean local;
  private final List<String> body = new ArrayList<>();
  private final List<Integer> brought = new ArrayList<>();
  private int names;
  private int blocks = 2;
  private int statements;
  private boolean guarding;
  private final List<Boolean> bringing = new ArrayList<>();

  /**
   * Draws a program.
   *
   * @param trips how many iterations its loop has
   * @param seed draws everything else
   */
  PipelinedProgram(int trips, long seed) {
    this.random = new SplittableRandom(seed);
    this.trips = trips;
    this.type = random.nextBoolean() ? "f16" : "bf16";
    this.rows = random.nextInt(1, 6);
    this.columns = random.nextInt(1, 6);
    this.first = random.nextInt(3) == 0 ? random.nextInt(-3, 8) : 0;
    this.dynamic = random.nextInt(3) == 0;
    this.prefilled = random.nextInt(4) == 0;
    this.repeated = random.nextInt(5) == 0;
    this.local = !prefilled && random.nextInt(5) == 0;
    if (prefilled) {
      // What has not been brought yet is that of the iteration before.
      brought.addAll(List.of(0, 1, 2));
    }
    int tiles = random.nextInt(1, MOST_TILES + 1);
    int uses = random.nextInt(1, MOST_USES + 1);
    int tile = 0;
    while (tile < tiles || uses > 0) {
      boolean bring = brought.isEmpty() || (tile < tiles && (uses == 0 || random.nextBoolean()));
      boolean guarded = prefilled && random.nextInt(4) == 0;
      if (guarded) {
        guard();
      }
      if (bring) {
        bring(tile++);
      } else {
        use();
        uses--;
      }
      if (guarded) {
        // Others under the same condition, so that what is brought there may be used there.
        for (int more = random.nextInt(3); more > 0; more--) {
          if (tile < tiles && random.nextInt(3) == 0) {
            bring(tile++);
          } else {
            use();
          }
        }
        guarding = false;
        line("} " + place("ALONE", bring));
      }
    }
  }

  /** The file: {@code @f} asks for so many stages, {@code @plain} loops. */
  String text(int stages) {
    return text(stages, "");
  }

  /** The same with a schedule that a seed draws on the operations of the loop. */
  String scheduled(int stages, long seed) {
    return text(stages, schedule(new SplittableRandom(seed)));
  }

  /** Attributes for each statement, a line each. */
  private String schedule(SplittableRandom draw) {
    List<Integer> orders = new ArrayList<>();
    for (int i = 0; i < statements; i++) {
      orders.add(draw.nextInt(orders.size() + 1), i);
    }
    boolean sorted = draw.nextInt(3) == 0;
    boolean sensible = draw.nextBoolean();
    int most = draw.nextInt(1, 4);
    boolean grouped = draw.nextBoolean();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < statements; i++) {
      boolean brings = bringing.get(i);
      int stage = sensible ? (brings ? 0 : most) : draw.nextInt(most + 1);
      int order = sorted ? i : orders.indexOf(i);
      lines.append("pipeline.stage = ").append(stage).append(" : i64, pipeline.order = ");
      lines.append(order).append(" : i64");
      if (grouped && brings) {
        lines.append(", pipeline.group = ").append(draw.nextInt(2)).append(" : i64");
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  private String text(int stages, String schedule) {
    String upper = dynamic ? "%n" : String.valueOf(first + trips);
    String pipelined = "pipeline.for %k = " + first + " to " + upper + " stages(" + stages + ")";
    String plain = "scf.for %k = %from to %to step %c1";
    String attributes = "attributes {tile.reference = @plain, tile.target = \"sm_80\"}";
    return withSchedule(function("func.func @f", attributes, pipelined), schedule)
        + withSchedule(function("func.func private @plain", "", plain), "");
  }

  private String withSchedule(String function, String schedule) {
    String[] lines = schedule.split("\n");
    String result = function;
    for (int i = 0; i < statements; i++) {
      String attributes = schedule.isEmpty() ? "" : lines[i];
      boolean none = attributes.isEmpty();
      result =
          result
              .replace("<ALONE" + i + ">", none ? "" : "{" + attributes + "}")
              .replace("<MORE" + i + ">", none ? "" : ", " + attributes)
              .replace("<WORD" + i + ">", none ? "" : "attributes {" + attributes + "}");
    }
    return result;
  }

  private String fill(String template) {
    return template
        .replace("GLOBAL", "memref<13x7x" + type + ">")
        .replace("TILE", "memref<" + rows + "x" + columns + "x" + type + ", \"shared\">")
        .replace("WIDE", "memref<" + rows + "x" + columns + "xf32, \"shared\">")
        .replace("FRAGMENT", "memref<" + rows + "x" + columns + "xf32, \"fragment\">")
        .replace("SQUARE", "memref<" + rows + "x" + rows + "xf32, \"fragment\">")
        .replace("COLUMN", "memref<" + rows + "xf32, \"fragment\">")
        .replace("OUT", "memref<40x40xf32>")
        .replace("ROWS", String.valueOf(rows))
        .replace("COLS", String.valueOf(columns))
        .replace("TYPE", type);
  }

  private String function(String head, String attributes, String loop) {
    return fill(
        head
            + """
            (%A: GLOBAL {tile.data = "Z(-2,2)"}, %B: GLOBAL {tile.data = "Z(-2,2)"},
             %Ids: memref<64xindex> {tile.data = "Z(-1,12)"}, %n: index {tile.data = "const(LIMIT)"},
             %Out: OUT {tile.data = "const(0)"}, %Acc: OUT, %Sums: OUT)
             ATTRIBUTES {
              %c0 = arith.constant 0 : index
              %c1 = arith.constant 1 : index
              %c3 = arith.constant 3 : index
              %c8 = arith.constant 8 : index
              %rows = arith.constant ROWS : index
              %from = arith.constant FIRST : index
              %to = arith.constant LIMIT : index
              %zero = arith.constant 0.0 : f32
              %half = arith.constant 0.5 : f32
              %tz = arith.constant 0.0 : TYPE
              tile.launch grid(%bx = BLOCKS) threads(64) {
            OUTER                %w = tile.alloc : WIDE
                %f = tile.alloc : FRAGMENT
                %acc = tile.alloc : SQUARE
                %sum = tile.alloc : FRAGMENT
                %col = tile.alloc : COLUMN
                tile.fill %acc, %zero : SQUARE
                tile.fill %sum, %zero : FRAGMENT
                tile.fill %col, %zero : COLUMN
                %base = arith.muli %bx, %c8 : index
            BEFORE    LOOP {
            INNERBODY    }
            AFTER                %o = arith.muli %bx, %c8 : index
                tile.copy %acc -> %Acc[%o, 0] : SQUARE to OUT
                tile.copy %sum -> %Sums[%o, 0] : FRAGMENT to OUT
                tile.copy %col -> %Sums[%o, 8][1, ROWS] : COLUMN to OUT
              }
              return
            }
            """
                .replace("ATTRIBUTES", attributes)
                .replace("BLOCKS", String.valueOf(blocks))
                .replace("OUTER", local ? "" : ALLOCS)
                .replace("INNER", local ? ALLOCS : "")
                .replace(
                    "BEFORE",
                    (repeated ? "    scf.for %again = %c0 to %c3 step %c1 {\n" : "")
                        + (prefilled ? FILLS : ""))
                .replace("AFTER", repeated ? "    }\n" : "")
                .replace("LOOP", loop)
                .replace("LIMIT", String.valueOf(first + trips))
                .replace("FIRST", String.valueOf(first))
                .replace("BODY", String.join("", body)));
  }

  private void line(String text) {
    body.add("      " + text + "\n");
  }

  /** A place for the attributes of a statement: {@code <ALONE0>}; none within a guard. */
  private String place(String kind, boolean brings) {
    if (guarding) {
      return "";
    }
    bringing.add(brings);
    return "<" + kind + statements++ + ">";
  }

  private String name() {
    return "%v" + names++;
  }

  /** Copies a tile of one of the inputs, from a place that depends on the iteration or not. */
  private void bring(int tile) {
    String row = name();
    switch (random.nextInt(4)) {
      case 0 -> line(row + " = arith.muli %k, %rows : index");
      case 1 -> {
        // Read through memory that the loop leaves alone.
        String place = name();
        line(place + " = arith.addi %k, %c3 : index");
        line(row + " = memref.load %Ids[" + place + "] : memref<64xindex>");
      }
      case 2 -> line(row + " = arith.subi %base, %k : index");
      default -> line(row + " = arith.addi %base, %c0 : index");
    }
    String column = random.nextBoolean() ? "%c0" : "%k";
    String place = "[" + row + ", " + column + "] -> %s" + tile;
    switch (random.nextInt(8)) {
      case 0 -> {
        // One block may not read what another writes.
        blocks = 1;
        line("tile.copy %Out" + place + place("ALONE", true) + " : OUT to TILE");
      }
      case 1 -> line("tile.fill %s" + tile + ", %tz " + place("ALONE", true) + " : TILE");
      case 2, 3, 4 -> line("tile.copy %A" + place + place("ALONE", true) + " : GLOBAL to TILE");
      default -> line("tile.copy %B" + place + place("ALONE", true) + " : GLOBAL to TILE");
    }
    if (!brought.contains(tile)) {
      brought.add(tile);
    }
  }

  /** Lets what follows happen in some iterations alone. */
  private void guard() {
    String rest = name();
    String is = name();
    line(rest + " = arith.remui %k, %c3 : index");
    line(is + " = arith.cmpi ne, " + rest + ", %c1 : index");
    line("scf.if " + is + " {");
    guarding = true;
  }

  private String tile() {
    return "%s" + brought.get(random.nextInt(brought.size()));
  }

  private void use() {
    switch (random.nextInt(7)) {
      case 0, 1 ->
          line(
              "tile.gemm %s, %s, %%acc {transpose_b%s} : TILE, TILE, SQUARE"
                  .formatted(tile(), tile(), place("MORE", false)));
      case 2 -> {
        line("tile.copy " + tile() + " -> %f " + place("ALONE", false) + " : TILE to FRAGMENT");
        parallel("%f", "FRAGMENT", "f32");
      }
      case 3 -> parallel(tile(), "TILE", type);
      case 4 -> {
        String row = name();
        line(row + " = arith.muli %k, %rows : index");
        String place = place("ALONE", false);
        line("tile.copy %s -> %%Out[%s, %%base] %s : TILE to OUT".formatted(tile(), row, place));
      }
      case 5 -> {
        line("tile.copy " + tile() + " -> %w " + place("ALONE", false) + " : TILE to WIDE");
        parallel("%w", "WIDE", "f32");
      }
      default -> {
        line("tile.copy " + tile() + " -> %f " + place("ALONE", false) + " : TILE to FRAGMENT");
        String place = place("ALONE", false);
        line("tile.reduce sum %f -> %col dim(1) accumulate " + place + " : FRAGMENT to COLUMN");
      }
    }
  }

  /** Adds a buffer to the sum, element by element. */
  private void parallel(String buffer, String memref, String element) {
    line("tile.parallel (%i, %j) to (ROWS, COLS) " + place("WORD", false) + " {");
    line("  %x = memref.load " + buffer + "[%i, %j] : " + memref);
    if (element.equals("f32")) {
      line("  %y = arith.addf %x, %zero : f32");
    } else {
      line("  %y = arith.extf %x : TYPE to f32");
    }
    line("  %old = memref.load %sum[%i, %j] : FRAGMENT");
    line("  %new = arith.addf %old, %y : f32");
    line("  memref.store %new, %sum[%i, %j] : FRAGMENT");
    line("}");
  }
}
