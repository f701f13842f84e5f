// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.rewrite.GreedyOptions;
import dev.azulejo.ir.rewrite.GreedyRewriter;
import dev.azulejo.ir.rewrite.PatternSet;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that nobody writes: rewriting them ends, and leaves a program that is right. */
class StrangeProgramTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new ArithDialect()));

  private static final String CONSTANTS =
      """
      %c = arith.constant 3 : i32
      %all = arith.constant -1 : i32
      %true = arith.constant true
      %b = "test.truth"() : () -> i1
      %x = "test.number"() : () -> i32
      """;

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings = {
        "%0 = arith.addi %0, %c : i32",
        "%0 = arith.addi %1, %c : i32 \n %1 = arith.addi %0, %c : i32",
        "%0 = arith.subi %1, %c : i32 \n %1 = arith.subi %c, %0 : i32",
        "%0 = arith.subi %0, %0 : i32",
        "%0 = arith.muli %1, %c : i32 \n %1 = arith.muli %0, %c : i32",
        "%0 = arith.addi %x, %1 : i32 \n %1 = arith.muli %0, %all : i32",
        "%0 = arith.andi %0, %0 : i32",
        "%0 = arith.andi %1, %x : i32 \n %1 = arith.andi %0, %x : i32",
        "%0 = arith.xori %1, %all : i32 \n %1 = arith.xori %0, %all : i32",
        "%0 = arith.select %b, %0, %x : i32",
        "%0 = arith.select %b, %1, %x : i32 \n %1 = arith.select %b, %0, %c : i32",
        "%0 = arith.xori %0, %true : i1 \n %1 = arith.select %0, %x, %c : i32",
        "%0 = arith.xori %1, %true : i1 \n %1 = arith.xori %0, %true : i1 \n"
            + "%2 = arith.select %0, %x, %c : i32",
        "%0 = arith.bitcast %1 : f32 to i32 \n %1 = arith.bitcast %0 : i32 to f32",
        "%0 = arith.index_cast %1 : index to i32 \n %1 = arith.index_cast %0 : i32 to index",
        "%0 = arith.negf %1 : f32 \n %1 = arith.negf %0 : f32",
        "%0 = arith.cmpi eq, %0, %0 : i1"
      })
  void circlesEnd(String program) {
    rewrite(CONSTANTS + program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%0 = arith.constant 0 : i0 \n %1 = arith.muli %0, %0 : i0",
        "%0 = arith.constant 0 : i0 \n %1 = arith.maxsi %0, %x : i0 \n"
            + "%x = \"test.number\"() : () -> i0",
        "%0 = arith.constant 0 : i0 \n %1 = arith.extui %0 : i0 to i8",
        "%0 = arith.constant dense<> : tensor<0xi8> \n %1 = arith.divsi %0, %0 : tensor<0xi8>",
        "%0 = arith.constant dense<7> : tensor<9000000000x9000000000xi8> \n"
            + "%1 = arith.muli %0, %0 : tensor<9000000000x9000000000xi8>",
        "%0 = arith.constant 1 : i60000 \n %1 = arith.constant 59999 : i60000 \n"
            + "%2 = arith.shli %0, %1 : i60000 \n %3 = arith.muli %2, %2 : i60000",
        "%0 = arith.constant 0x7F : f8E8M0FNU \n %1 = arith.addf %0, %0 : f8E8M0FNU \n"
            + "%2 = arith.negf %0 : f8E8M0FNU \n %3 = arith.cmpf olt, %0, %0 : f8E8M0FNU",
        "%0 = arith.constant 0xFFFFFFFFFFFFFFFFFFFF : f80 \n %1 = arith.mulf %0, %0 : f80",
        "%0 = arith.constant 0 : i8 \n %1 = arith.uitofp %0 : i8 to f8E8M0FNU",
        "%0 = arith.constant sparse<0, 1> : tensor<4xi32> \n"
            + "%1 = arith.addi %0, %0 : tensor<4xi32>"
      })
  void oddTypesAreNoTrouble(String program) {
    rewrite(program);
  }

  private static void rewrite(String program) {
    List<Diagnostic> problems = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(problems);
    Operation module =
        Parser.parse(
            SourceText.of("strange.mlir", program + "\n"),
            DIALECTS,
            ParseOptions.LENIENT,
            diagnostics);
    assertThat(problems).isEmpty();
    Operation parsed = Objects.requireNonNull(module);
    GreedyRewriter.run(parsed, PatternSet.canonical(), GreedyOptions.DEFAULT, DIALECTS);
    Verifier.verify(parsed, DIALECTS, null, diagnostics);
    assertThat(problems).isEmpty();
  }
}
