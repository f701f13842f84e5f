// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A product reads what it adds to, unless it is certain that it clears it first. */
class GemmClearTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new ArithDialect(), new BuiltinDialect(), new TileDialect()));

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "clear(%yes), false",
    "clear(%no), true",
    "clear(%first), true",
  })
  void readsTheAccumulator(String clear, boolean reads) {
    String text =
        """
        "t.f"() ({
        ^bb0(%%k: index):
          %%a = tile.alloc : memref<16x16xf16, "shared">
          %%e = tile.alloc : memref<16x4xi8, "shared">
          %%b = tile.alloc : memref<32x16xf16, "shared">
          %%c = tile.alloc : memref<16x16xf32, "fragment">
          %%yes = arith.constant true
          %%no = arith.constant false
          %%zero = arith.constant 0 : index
          %%first = arith.cmpi eq, %%k, %%zero : index
          tile.gemm %%a, %%a, %%c %s : memref<16x16xf16, "shared">, memref<16x16xf16, "shared">,
              memref<16x16xf32, "fragment">
          tile.gemm_sp %%a, %%e, %%b, %%c %s : memref<16x16xf16, "shared">,
              memref<16x4xi8, "shared">, memref<32x16xf16, "shared">, memref<16x16xf32, "fragment">
        }) : () -> ()
        """
            .formatted(clear, clear);
    List<Diagnostic> problems = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("test.tir", text),
            DIALECTS,
            ParseOptions.LENIENT,
            Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    List<Operation> products = new ArrayList<>();
    Objects.requireNonNull(module)
        .walk(op -> {
          if (op instanceof GemmOp || op instanceof GemmSpOp) {
            products.add(op);
          }
        });
    assertThat(products).hasSize(2);
    for (Operation product : products) {
      Accesses accesses = Accesses.of(product);
      assertThat(accesses.writes()).hasSize(1);
      assertThat(
              accesses.reads().stream()
                  .anyMatch(read -> read.mayConflict(accesses.writes().getFirst())))
          .isEqualTo(reads);
      assertThat(alwaysClears(product)).isEqualTo(!reads);
    }
  }

  private static boolean alwaysClears(Operation product) {
    return switch (product) {
      case GemmOp gemm -> gemm.alwaysClears();
      case GemmSpOp gemm -> gemm.alwaysClears();
      default -> throw new AssertionError(product.name());
    };
  }
}
