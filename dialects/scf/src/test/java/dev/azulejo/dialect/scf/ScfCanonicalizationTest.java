// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.rewrite.GreedyOptions;
import dev.azulejo.ir.rewrite.GreedyRewriter;
import dev.azulejo.ir.rewrite.PatternSet;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScfCanonicalizationTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new ScfDialect()));

  @Test
  void aLoopBetweenEqualBoundsGivesWhatItBeganWith() {
    assertThat(
            canonical(
                """
                %0 = scf.for %i = %lb to %lb step %s iter_args(%a = %x) -> (f32) {
                  "t.u"(%i) : (index) -> ()
                  scf.yield %y : f32
                }
                "t.use"(%0) : (f32) -> ()
                """))
        .isEqualTo(
            """
            "t.use"(%arg3) : (f32) -> ()
            """);
  }

  @Test
  void carriedValuesThatNeverChangeOrNobodySeesGo() {
    assertThat(
            canonical(
                """
                %1:4 = scf.for %i = %lb to %ub step %s iter_args(%a = %x, %b = %y, %d = %x, %e = %y)
                    -> (f32, f32, f32, f32) {
                  %2 = "t.add"(%a, %b) : (f32, f32) -> f32
                  scf.yield %2, %b, %2, %y : f32, f32, f32, f32
                } {t}
                "t.use"(%1#0, %1#1, %1#3) : (f32, f32, f32) -> ()
                """))
        .isEqualTo(
            """
            %0 = scf.for %arg6 = %arg0 to %arg1 step %arg2 iter_args(%arg7 = %arg3) -> (f32) {
              %1 = "t.add"(%arg7, %arg4) : (f32, f32) -> f32
              scf.yield %1 : f32
            } {t}
            "t.use"(%0, %arg4, %arg4) : (f32, f32, f32) -> ()
            """);
  }

  @Test
  void branchesGiveUpResultsThatNobodyUsesOrThatAreEqual() {
    assertThat(
            canonical(
                """
                %3:3 = scf.if %c -> (f32, f32, f32) {
                  %4 = "t.d"(%x) : (f32) -> f32
                  scf.yield %4, %x, %4 : f32, f32, f32
                } else {
                  scf.yield %y, %x, %y : f32, f32, f32
                }
                "t.use"(%3#1, %3#2) : (f32, f32) -> ()
                """))
        .isEqualTo(
            """
            %0 = scf.if %arg5 -> (f32) {
              %1 = "t.d"(%arg3) : (f32) -> f32
              scf.yield %1 : f32
            } else {
              scf.yield %arg4 : f32
            }
            "t.use"(%arg3, %0) : (f32, f32) -> ()
            """);
  }

  @Test
  void emptyBranchesAndEmptySpacesGo() {
    assertThat(
            canonical(
                """
                scf.if %c {
                  "t.a"() : () -> ()
                } else {
                }
                scf.if %c {
                } else {
                }
                scf.parallel (%i, %j) = (%lb, %lb) to (%ub, %lb) step (%s, %s) {
                  "t.u"() : () -> ()
                }
                """))
        .isEqualTo(
            """
            scf.if %arg5 {
              "t.a"() : () -> ()
            }
            """);
  }

  @Test
  void aRegionThatIsExecutedOnceComesOut() {
    assertThat(
            canonical(
                """
                %0 = scf.execute_region -> f32 {
                  %1 = "t.d"() : () -> f32
                  scf.yield %1 : f32
                }
                "t.use"(%0) : (f32) -> ()
                %2 = scf.execute_region -> f32 no_inline {
                  "t.stay"() : () -> ()
                  scf.yield %x : f32
                }
                """))
        .isEqualTo(
            """
            %0 = "t.d"() : () -> f32
            "t.use"(%0) : (f32) -> ()
            %1 = scf.execute_region -> f32 no_inline {
              "t.stay"() : () -> ()
              scf.yield %arg3 : f32
            }
            """);
  }

  @Test
  void buildersMakeWhatTheTextSays() {
    Operation module = parse("\"t.end\"() : () -> ()\n");
    Block body = body(module);
    Inserter at = Inserter.before(Objects.requireNonNull(body.last()));
    Value lower = body.argument(0);
    Value upper = body.argument(1);
    Value step = body.argument(2);
    Value x = body.argument(3);
    ForOp.create(at, lower, upper, step);
    ForOp.create(at, lower, upper, step, List.of(x), (_, _, carried) -> carried);
    IfOp.create(
        at,
        body.argument(5),
        List.of(FloatType.F32),
        _ -> List.of(x),
        _ -> List.of(body.argument(4)));
    WhileOp.create(
        at,
        List.of(x),
        List.of(FloatType.F32),
        (inside, arguments) -> ConditionOp.create(inside, body.argument(5), arguments),
        (_, arguments) -> arguments);
    ParallelOp.create(
        at,
        List.of(lower),
        List.of(upper),
        List.of(step),
        (inside, _) -> IfOp.create(inside, body.argument(5)));
    assertThat(print(module))
        .isEqualTo(
            """
            scf.for %arg6 = %arg0 to %arg1 step %arg2 {
            }
            %0 = scf.for %arg6 = %arg0 to %arg1 step %arg2 iter_args(%arg7 = %arg3) -> (f32) {
              scf.yield %arg7 : f32
            }
            %1 = scf.if %arg5 -> (f32) {
              scf.yield %arg3 : f32
            } else {
              scf.yield %arg4 : f32
            }
            %2 = scf.while (%arg6 = %arg3) : (f32) -> f32 {
              scf.condition(%arg5) %arg6 : f32
            } do {
            ^bb0(%arg6: f32):
              scf.yield %arg6 : f32
            }
            scf.parallel (%arg6) = (%arg0) to (%arg1) step (%arg2) {
              scf.if %arg5 {
              }
              scf.reduce\s
            }
            "t.end"() : () -> ()
            """);
  }

  private static String canonical(String body) {
    Operation module = parse(body);
    GreedyRewriter.run(module, PatternSet.canonical(), GreedyOptions.DEFAULT, DIALECTS);
    return print(module);
  }

  /** The body of a function of three indices, two numbers and a truth value. */
  private static Operation parse(String body) {
    String text =
        "\"t.f\"() ({\n^bb0(%lb: index, %ub: index, %s: index, %x: f32, %y: f32, %c: i1):\n"
            + body
            + "}) : () -> ()\n";
    List<Diagnostic> problems = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("test.mlir", text),
            DIALECTS,
            ParseOptions.LENIENT,
            Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    return Objects.requireNonNull(module);
  }

  private static Block body(Operation module) {
    return Objects.requireNonNull(module.region(0).entry().first()).region(0).entry();
  }

  /** What is in the function, without its indentation. */
  private static String print(Operation module) {
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    List<String> lines = Printer.print(module).lines().toList();
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(3, lines.size() - 3)) {
      text.append(line.substring(Math.min(4, line.length()))).append('\n');
    }
    return text.toString();
  }
}
