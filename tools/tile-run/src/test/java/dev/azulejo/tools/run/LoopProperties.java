// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.tools.opt.TileOpt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The law of carried values: loops compute the same numbers whether they carry them or not. */
final class LoopProperties {
  private static final String PASSES =
      "--pass=cse,loop-invariant-code-motion,loop-strength-reduction,canonicalize,cse";

  @Property(seed = "20261128", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aLoopThatCarriesSumsAndRemaindersComputesTheSame(
      @ForAll @IntRange(max = 5) int lower,
      @ForAll @IntRange(max = 9) int trips,
      @ForAll @IntRange(min = 1, max = 3) int step,
      @ForAll long seed) {
    String text = new RandomLoop(lower, lower + trips * step, step, seed).text();
    Ran ran = Ran.of(text, "-", "--check-semantics", PASSES);
    assertThat(ran.status()).as("%s\n%s", text, ran.err()).isZero();
    assertThat(ran.out()).as("%s", text).contains("@f: the same results behind");
    Ran carried = Ran.call(new TileOpt(), Path.of(""), text, PASSES, "-");
    Statistics.label("carries")
        .collect(carried.out().contains("iter_args"))
        .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 20));
  }

  /** A loop, perhaps in another one, that stores sums, products and remainders of its index. */
  private static final class RandomLoop {
    private final int lower;
    private final int upper;
    private final int step;
    private final SplittableRandom random;
    private final StringBuilder body = new StringBuilder();
    private final List<String> indices = new ArrayList<>();
    private int next;

    RandomLoop(int lower, int upper, int step, long seed) {
      this.lower = lower;
      this.upper = upper;
      this.step = step;
      this.random = new SplittableRandom(seed);
    }

    String text() {
      boolean isNested = random.nextBoolean();
      indices.add("%k");
      if (isNested) {
        indices.add("%i");
      }
      indices.addAll(List.of("%lower", "%c3", "%c5", "%d"));
      StringBuilder stores = new StringBuilder();
      int values = 3 + random.nextInt(8);
      for (int i = 0; i < values; i++) {
        indices.add(value());
      }
      for (int i = 0; i < 4; i++) {
        String stored = indices.get(indices.size() - 1 - random.nextInt(values));
        stores.append(
            """
                %%wide%d = arith.index_cast %s : index to i64
                %%old%d = memref.load %%m[%%c%d] : memref<4xi64>
                %%rolled%d = arith.muli %%old%d, %%prime : i64
                %%new%d = arith.addi %%rolled%d, %%wide%d : i64
                memref.store %%new%d, %%m[%%c%d] : memref<4xi64>
            """
                .formatted(i, stored, i, i, i, i, i, i, i, i, i));
      }
      String inner = "    scf.for %k = %lower to %upper step %step {\n" + body + stores + "    }\n";
      String loops = isNested ? "  scf.for %i = %c0 to %c3 step %c1 {\n" + inner + "  }\n" : inner;
      return """
      func.func @f(%%m: memref<4xi64> {tile.data = "Z(0,0)"}, %%d: index {tile.data = "Z(1,9)"}) {
        %%lower = arith.constant %d : index
        %%upper = arith.constant %d : index
        %%step = arith.constant %d : index
        %%c0 = arith.constant 0 : index
        %%c1 = arith.constant 1 : index
        %%c2 = arith.constant 2 : index
        %%c3 = arith.constant 3 : index
        %%c5 = arith.constant 5 : index
        %%prime = arith.constant 1000003 : i64
      %s  return
      }
      """
          .formatted(lower, upper, step, loops);
    }

    private String value() {
      String name = "%v" + next++;
      String one = indices.get(random.nextInt(indices.size()));
      String other = indices.get(random.nextInt(indices.size()));
      String op =
          switch (random.nextInt(8)) {
            case 0, 1 -> "arith.addi " + one + ", " + other;
            case 2 -> "arith.subi " + one + ", " + other;
            case 3, 4 -> "arith.muli " + one + ", " + other;
            case 5 -> "arith.shli " + one + ", %c3";
            case 6 -> "arith.remui %k, %c" + (random.nextBoolean() ? 2 : 3);
            default -> "arith.remui " + one + ", %c" + (random.nextBoolean() ? 3 : 5);
          };
      body.append("      ").append(name).append(" = ").append(op).append(" : index\n");
      return name;
    }
  }
}
