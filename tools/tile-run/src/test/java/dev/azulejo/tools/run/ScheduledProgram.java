// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Two chains of tiles that go through rings from role to role, in an order, with depths and delays
 * that a seed draws. Chains may run against each other, so some of the programs would hang.
 */
final class ScheduledProgram {
  private static final int ROLES = 3;
  private static final String TILE = "memref<4x16xf32, \"shared\">";
  private static final String TENSOR = "memref<64x16xf32>";
  private static final String[] WARPS = {"0 to 1", "4 to 8", "8 to 12"};

  private final Random random;
  private final int trips;
  private final boolean isOuter;
  private final boolean isGuarded;
  private final boolean isKnown;
  private final List<List<String>> programs = new ArrayList<>();
  private final StringBuilder rings = new StringBuilder();
  private final StringBuilder buffers = new StringBuilder();
  private final StringBuilder body = new StringBuilder();

  ScheduledProgram(int trips, long seed) {
    this.random = new Random(seed);
    this.trips = trips;
    this.isOuter = random.nextInt(4) == 0;
    this.isGuarded = random.nextInt(3) == 0;
    this.isKnown = random.nextBoolean();
    for (int i = 0; i < ROLES; i++) {
      programs.add(new ArrayList<>());
    }
    for (String chain : List.of("a", "b")) {
      draw(chain, 1 + random.nextInt(2));
    }
    if (random.nextInt(3) == 0) {
      programs.forEach(lines -> Collections.shuffle(lines, random));
    }
  }

  private void draw(String chain, int length) {
    List<Integer> roles = new ArrayList<>(List.of(0, 1, 2));
    if (random.nextInt(4) == 0) {
      Collections.shuffle(roles, random);
    }
    for (int i = 0; i <= length; i++) {
      if (i < length) {
        add(buffers, "%%%s%d = tile.alloc : %s", chain, i, TILE);
        add(
            rings,
            "%%r%s%d = pipeline.ring \"%s%d\" (%%%s%d) depth(%d) : %s",
            chain,
            i,
            chain,
            i,
            chain,
            i,
            1 + random.nextInt(3),
            TILE);
      }
      programs.get(roles.get(i)).add(line(chain, i, length));
      statement(chain, i, length);
    }
  }

  /** What a role does of a chain in an iteration. */
  private String line(String chain, int number, int length) {
    int stage = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
    String late = stage == 0 ? "" : " stage(%d)".formatted(stage);
    StringBuilder line = new StringBuilder();
    if (number > 0) {
      add(line, "pipeline.wait %%r%s%d%s", chain, number - 1, late);
    }
    if (number < length) {
      add(line, "pipeline.acquire %%r%s%d%s", chain, number, late);
    }
    add(line, "pipeline.perform \"%s%d\"", chain, number);
    if (number < length) {
      add(line, "pipeline.commit %%r%s%d%s", chain, number, late);
    }
    if (number > 0) {
      add(line, "pipeline.release %%r%s%d%s", chain, number - 1, late);
    }
    return line.toString();
  }

  private void statement(String chain, int number, int length) {
    String id = "{pipeline.id = \"%s%d\"}".formatted(chain, number);
    if (number == 0) {
      String how = random.nextInt(3) == 0 ? "{prefer = \"sync\", pipeline.id = \"%s0\"}" : id;
      add(
          body,
          "tile.copy %%x%s[%%m, 0] -> %%%s0 %s : %s to %s",
          chain,
          chain,
          how.formatted(chain),
          TENSOR,
          TILE);
    } else if (number < length) {
      add(
          body,
          "tile.copy %%%s%d -> %%%s%d %s : %s to %s",
          chain,
          number - 1,
          chain,
          number,
          id,
          TILE,
          TILE);
    } else {
      String store =
          "tile.copy %%%s%d -> %%y%s[%%m, 0] %s : %s to %s"
              .formatted(chain, number - 1, chain, id, TILE, TENSOR);
      add(body, "%s", isGuarded ? "scf.if %g {\n" + store + "\n}" : store);
    }
  }

  private static void add(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  /** The program, with the same without a schedule as its reference. */
  String text() {
    return function("scheduled", schedule(), " attributes {tile.reference = @plain}")
        + function("private @plain", "", "").replace("@private ", "private ");
  }

  private String function(String name, String schedule, String attributes) {
    String length = isKnown ? "%n = arith.constant " + trips + " : index\n" : "";
    String dynamic = isKnown ? "" : "%n = memref.load %length[] : memref<index>\n";
    String loop =
        """
        pipeline.for %%k = 0 to %s stages(0) attributes {pipeline.id = "k"} {
        %%e = arith.remui %%k, %%c2 : index
        %%g = arith.cmpi eq, %%e, %%c0 : index
        %%i = arith.addi %%k, %%base : index
        %%m = arith.muli %%i, %%c4 : index
        %s}
        """
            .formatted(isKnown ? trips : "%n", body);
    String all =
        isOuter
            ? """
            pipeline.for %%t = 0 to 2 stages(0) attributes {pipeline.id = "t"} {
            %%base = arith.muli %%t, %%c8 : index
            %s}
            """
                .formatted(loop)
            : "%base = arith.constant 0 : index\n" + loop;
    return """
    func.func @%s(%%xa: T {tile.data = "Z(-9,9)"}, %%xb: T {tile.data = "Z(-9,9)"}, %%ya: T, %%yb: T,
        %%length: memref<index> {tile.data = "Z(%d,%d)"})%s {
    %%c0 = arith.constant 0 : index
    %%c2 = arith.constant 2 : index
    %%c4 = arith.constant 4 : index
    %%c8 = arith.constant 8 : index
    %stile.launch grid(%%b = 1) threads(128) {
    %s%s%s%s}
    return
    }
    """
        .replace("T {", TENSOR + " {")
        .replace(": T,", ": " + TENSOR + ",")
        .formatted(name, trips, trips, attributes, length, buffers, schedule, dynamic, all);
  }

  private String schedule() {
    StringBuilder text = new StringBuilder("pipeline.schedule warps(12) {\n").append(rings);
    for (int i = 0; i < ROLES; i++) {
      String lines = "pipeline.enter \"k\" {\n" + String.join("", programs.get(i)) + "}\n";
      if (isOuter) {
        lines = "pipeline.enter \"t\" {\n" + lines + "}\n";
      }
      text.append("pipeline.role r%d(warps = %s) {\n%s}\n".formatted(i, WARPS[i], lines));
    }
    return text.append("}\n").toString();
  }
}
