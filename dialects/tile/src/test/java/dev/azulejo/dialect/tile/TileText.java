// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads programs of tests. */
final class TileText {
  static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new BarrierDialect(), new TileDialect()));

  private static final String VALUES =
      """
      "t.f"() ({
      ^bb0(%A: memref<256x128xf16>, %D: memref<?x128xf16>, %i: index, %c: i1, %x: f32, %h: f16,
          %X: memref<2x16x16x32xf16>):
        %s = tile.alloc : memref<128x32xf16, "shared">
        %t = tile.alloc : memref<128x32xf16, "shared">
        %meta = tile.alloc : memref<128x8xi8, "shared">
        %tall = tile.alloc : memref<64x128xf16, "shared">
        %f = tile.alloc : memref<128x128xf32, "fragment">
        %stage = tile.alloc : memref<2x128x64xf16, "shared">
        %bar = barrier.alloc [1]
        %v = tile.alloc : memref<128xf32, "fragment">
        %w = tile.alloc : memref<128xi32, "local">
        %0 = "t.unknown"() : () -> memref<4xf32, "tensor">
      """;

  private TileText() {}

  /** What is wrong with operations on the values above, errors of the parser included. */
  static List<String> problems(String body) {
    List<Diagnostic> problems = new ArrayList<>();
    read(body, problems);
    return problems.stream().map(Diagnostic::message).toList();
  }

  /** The last operation of a body that is right. */
  static Operation last(String body) {
    List<Diagnostic> problems = new ArrayList<>();
    Operation module = read(body, problems);
    assertThat(problems).isEmpty();
    Operation function =
        Objects.requireNonNull(Objects.requireNonNull(module).region(0).entry().first());
    return Objects.requireNonNull(function.region(0).entry().last());
  }

  /** What is wrong with an operation that was changed. */
  static List<String> problemsOf(Operation op) {
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(op, DIALECTS, null, Diagnostics.into(problems));
    return problems.stream().map(Diagnostic::message).toList();
  }

  private static @Nullable Operation read(String body, List<Diagnostic> problems) {
    Diagnostics diagnostics = Diagnostics.into(problems);
    SourceText source = SourceText.of("test.tir", VALUES + body + "}) : () -> ()\n");
    Operation module = Parser.parse(source, DIALECTS, ParseOptions.LENIENT, diagnostics);
    if (module != null && problems.isEmpty()) {
      Verifier.verify(module, DIALECTS, null, diagnostics);
    }
    return module;
  }

  static String sample(String file) throws IOException {
    try (InputStream in = TileText.class.getResourceAsStream("samples/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    }
  }
}
