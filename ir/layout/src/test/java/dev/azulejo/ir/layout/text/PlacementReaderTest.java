// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.ThreadRange;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementReaderTest {

  private static Placement read(String text) {
    return ((Reading.Done) PlacementReader.read(text)).placement();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[16, 8] -> (d0 * 8 + d1)",
        "[8] -> (d0)",
        "[s0, 64] -> (d0, d1)",
        "[s0 * 4, 64] -> (d0 * 64 + d1)",
        "[128, 64] -> (0, d0 floordiv 8, (d0 mod 8) * 64 "
            + "+ ((d0 mod 8) xor (d1 floordiv 8)) * 8 + d1 mod 8)",
        "[8, 8] -> (d1 mod 2) threads (d0 * 4 + d1 floordiv 2)",
        "[2, 2] -> (d1) threads (r * 2 + d0) replicate 2 range 0 to 4",
        "[4] -> (0) threads (d0) range 32 to 36",
        "[9] -> (min(d0, 5), max(d0, 2), select(lt(d0, 3), d0 + 1, 0), eq(d0, 4))",
        "[9, 9] -> ((d0 * d1) and d0, (d0 * 3) or d1)"
      })
  void printsWhatItReads(String text) {
    assertThat(read(text)).hasToString(text);
  }

  @Test
  void readsTheLayoutsThatAreMade() {
    Layout swizzle = SwizzleMode.B32.layout(16, 32, 16).orThrow().expand(Shape.of(3));
    assertThat(read(swizzle.toString())).isEqualTo(swizzle);
    Fragment fragment = Fragment.fullyReplicated(Shape.of(4, 4), 32).bind(new ThreadRange(32, 64));
    assertThat(read(fragment.toString())).isEqualTo(fragment);
  }

  @Test
  void bindsProductsThenSumsThenBits() {
    IndexExpr i = IndexExpr.input(0);
    assertThat(read("[64] -> (d0 mod 8 * 2 + 1 xor d0 * 2)"))
        .isEqualTo(Layout.of(Shape.of(64), i.mod(8).times(2).plus(1).xor(i.times(2))));
    assertThat(read("[64] -> (63 - d0 - 0)"))
        .isEqualTo(Layout.of(Shape.of(64), i.times(-1).plus(63)));
    assertThat(read("[64] -> (-(d0 - 63))")).isEqualTo(read("[64] -> (63 - d0)"));
    assertThat(read(" [ 4,4 ]->( d0,d1 ) ")).isEqualTo(Layout.identity(Shape.of(4, 4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                              | 0  | expected '[', but found the end",
        "[4                              | 2  | expected ']', but found the end",
        "[4] (d0)                        | 4  | expected '->', but found '('",
        "[4] -> (d0) x                   | 12 | expected the end, but found 'x'",
        "[4] -> (d0 +)                   | 12 | expected an expression, but found ')'",
        "[4] -> (d0 < 2)                 | 11 | expected ')', but found '<'",
        "[4] -> (x0)                     | 8  | 'x0' is not an index, a size or a function",
        "[4] -> (d01)                    | 8  | 'd01' is not an index, a size or a function",
        "[4] -> (d1)                     | 0  | 'd1' is not among the 1 dimensions",
        "[4] -> (d0 - 1)                 | 0  | the physical index 'd0 - 1' may be negative",
        "[4] -> (4 floordiv d0)          | 0  | '4 floordiv d0' divides by 'd0', which may be less than 1",
        "[4] -> (4 mod 0)                | 0  | '4 mod 0' divides by '0', which may be less than 1",
        "[0] -> (d0)                     | 0  | an extent must be at least 1, but is '0'",
        "[d0] -> (d0)                    | 0  | an extent may not depend on an index, but is 'd0'",
        "[99999999999999999999] -> (d0)  | 1  | '99999999999999999999' does not fit in 64 bits",
        "[4] -> (d0 xor 1 and 2)         | 17 | 'xor' and 'and' need parentheses",
        "[4] -> (min(d0))                | 14 | expected ',', but found ')'",
        "[4] -> (r)                      | 0  | 'r' may stand only where the thread of a fragment is computed",
        "[4] -> (d0) threads (d0 - 1)    | 0  | the physical index 'd0 - 1' may be negative",
        "[4] -> (d0) threads (r) replicate 0 | 0 | an element needs at least one thread, but has 0",
        "[4] -> (d0) threads (d0) range 4 to 4 | 31 | no threads are in 4 to 4",
        "[4] -> (d0) threads (d0) range -4 to 4 | 31 | expected a number, but found '-'",
      })
  void saysWhatIsWrongAndWhere(String text, int offset, String message) {
    assertThat(PlacementReader.read(text)).isEqualTo(new Reading.Failed(offset, message));
  }

  @Test
  void nestingAndLengthHaveLimits() {
    String deep = "[4] -> (" + "(".repeat(5000) + "d0" + ")".repeat(5000) + ")";
    assertThat(PlacementReader.read(deep))
        .isEqualTo(new Reading.Failed(108, "expressions may not nest deeper than 100"));
    String minus = "[4] -> (" + "-".repeat(5000) + "d0)";
    assertThat(PlacementReader.read(minus)).isInstanceOf(Reading.Failed.class);
    String ends = "[4] -> (" + "d0 + ".repeat(5000) + "d0)";
    assertThat(PlacementReader.read(ends)).isInstanceOf(Reading.Failed.class);
    assertThat(PlacementReader.read("[4] -> (" + "d0 + ".repeat(400) + "d0)"))
        .isEqualTo(new Reading.Done(Layout.of(Shape.of(4), IndexExpr.input(0).times(401))));
  }

  @Test
  void hugeNumbersAreRefused() {
    assertThat(PlacementReader.read("[4] -> (d0 * 9223372036854775807 * 9223372036854775807)"))
        .isInstanceOf(Reading.Failed.class);
    assertThat(PlacementReader.read("[9223372036854775807, 9223372036854775807] -> (d0)"))
        .isInstanceOf(Reading.Failed.class);
    assertThat(PlacementReader.read("[4] -> (d0) threads (r) replicate 9223372036854775807"))
        .isInstanceOf(Reading.Failed.class);
  }
}
