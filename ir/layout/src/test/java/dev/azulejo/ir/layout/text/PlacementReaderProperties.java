// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.RandomExprs;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written, the reader answers; what it takes it prints and takes again. */
final class PlacementReaderProperties {
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "(",
          ")",
          ",",
          "->",
          "+",
          "-",
          "*",
          " floordiv ",
          " mod ",
          " xor ",
          " and ",
          " or ",
          "min",
          "max",
          "lt",
          "eq",
          "select",
          "d0",
          "d1",
          "s0",
          "r",
          "0",
          "1",
          "8",
          "64",
          "9223372036854775807",
          " threads ",
          " replicate ",
          " range ",
          " to ",
          "<",
          "\u00e9",
          " ");

  private static final List<String> SEEDS =
      List.of(
          "[64, 64] -> (d1 floordiv 64, d0 floordiv 8, (d0 mod 8) * 64 + ((d0 mod 8) xor (d1"
              + " floordiv 8)) * 8 + d1 mod 8)",
          "[8, 8] -> (d1 mod 2) threads (r * 32 + d0 * 4 + d1 floordiv 2) replicate 2 range 0 to"
              + " 64",
          "[s0, 9] -> (d0, select(lt(d1, 3), max(d1, 1), min(d1, 5)))");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> changedTexts() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 1 << 20);
    return Arbitraries.of(SEEDS)
        .flatMap(
            seed -> places.list().ofMinSize(1).ofMaxSize(4).map(changes -> changed(seed, changes)));
  }

  /** Some tokens exchanged for others. */
  private static String changed(String seed, List<Integer> changes) {
    var tokens = new ArrayList<String>();
    Token token = Token.at(seed, 0);
    while (token.kind() != Token.Kind.END) {
      tokens.add(token.text());
      token = Token.at(seed, token.offset() + token.text().length());
    }
    for (int change : changes) {
      tokens.set(change % tokens.size(), PIECES.get(change / 64 % PIECES.size()));
    }
    return String.join(" ", tokens);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void answersToAnything(@ForAll("texts") String text) {
    check(text);
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void answersToWhatIsAlmostRight(@ForAll("changedTexts") String text) {
    check(text);
  }

  @Provide
  Arbitrary<IndexExpr> exprs() {
    return RandomExprs.exprs(4);
  }

  /** However odd an expression is, a fragment of it reads back as itself. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatever(@ForAll("exprs") IndexExpr expr, @ForAll("exprs") IndexExpr thread) {
    IndexExpr place = expr.xor(IndexExpr.input(1)).mod(32);
    // A layout has no replica; its expression may.
    IndexExpr own = place.mentions(IndexExpr.replica()) ? IndexExpr.input(2) : place;
    Layout layout = Layout.of(Shape.of(8, 6, 4), own);
    Fragment fragment = Fragment.of(layout, thread.mod(100), 3);
    assertThat(PlacementReader.read(fragment.toString())).isEqualTo(new Reading.Done(fragment));
  }

  private static void check(String text) {
    switch (PlacementReader.read(text)) {
      case Reading.Failed(int offset, String message) -> {
        assertThat(offset).isBetween(0, text.length());
        assertThat(message).isNotEmpty();
      }
      case Reading.Done done ->
          assertThat(PlacementReader.read(done.placement().toString())).isEqualTo(done);
    }
  }
}
