// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.toy.ToyPass;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DecisionReportTest {
  private final Operation module = Toy.module();
  private final DecisionReport report =
      new DecisionReport(at -> at.position() == null ? "" : "s" + at.position().line());

  private static Decision at(int line, String chosen) {
    return new Decision(Location.file("a.tir", line, 3), "copy", "stages(3)", chosen, "");
  }

  private void run(int threads, String pipeline, ToyPass... passes) {
    PassRegistry registry = new PassRegistry(List.of(passes), List.of());
    Pipeline parsed = new PipelineParser(registry, Diagnostics.silent()).parse(pipeline);
    assertThat(parsed).isNotNull();
    RunOptions options = RunOptions.defaults().withThreads(threads).withObserver(report);
    var runner = new PassRunner(new Dialects(List.of(new Toy())), options);
    assertThat(runner.run(parsed, module, Diagnostics.silent()).failed()).isFalse();
  }

  private static ToyPass deciding(String name, Decision... decisions) {
    return ToyPass.of(
        name,
        (_, context) -> {
          for (Decision decision : decisions) {
            context.decide(decision);
          }
          return Change.NONE;
        });
  }

  @Test
  void decisionsComeInTheOrderOfTheSourceThenOfThePasses() {
    run(
        1,
        "toy.module(plan,lower)",
        deciding("plan", at(9, "early"), at(2, "late")),
        deciding("lower", at(2, "narrow").because("rows have %d bytes", 4)));
    assertThat(report.text())
        .isEqualTo(
            """
            a.tir:2:3: copy: asked stages(3); chosen late [plan]
            a.tir:2:3: copy: asked stages(3); chosen narrow: rows have 4 bytes [lower]
            a.tir:9:3: copy: asked stages(3); chosen early [plan]
            """);
  }

  @Test
  void whatIsDecidedAlikeOfCopiesIsSaidOnce() {
    run(1, "toy.module(plan)", deciding("plan", at(2, "early"), at(2, "early")));
    assertThat(report.entries()).hasSize(1);
  }

  @Test
  void whatHasNoPlaceComesLast() {
    Decision nowhere = new Decision(Location.unknown(), "loop", "none", "plain", "");
    run(1, "toy.module(plan)", deciding("plan", nowhere, at(2, "early")));
    assertThat(report.text()).endsWith("<unknown>:0: loop: asked none; chosen plain [plan]\n");
    assertThat(report.json()).contains("  {\"subject\": \"loop\", ");
  }

  @Test
  void jsonEscapesWhatItMust() {
    run(1, "toy.module(plan)", deciding("plan", at(2, "\"a\\b\"\n")));
    assertThat(report.json())
        .isEqualTo(
            """
            {"decisions": [
              {"file": "a.tir", "line": 2, "column": 3, "subject": "copy", "asked": "stages(3)", \
            "chosen": "\\"a\\\\b\\"\\u000a", "reason": "", "pass": "plan"}
            ],
            "budgets": [
            ]}
            """);
  }

  @Test
  void budgetsAreTables() {
    Budget.Share one = new Budget.Share(Location.file("a.tir", 2, 3), List.of(12288L, 0L));
    Budget.Share other = new Budget.Share(Location.unknown(), List.of(64L, 12288L));
    Budget memory =
        new Budget("k", "bytes", 12352, 49152, List.of("bytes", "offset"), List.of(one, other));
    Budget none = new Budget("k", "registers", 0, 255, List.of("registers"), List.of());
    ToyPass pass =
        ToyPass.of(
            "plan",
            (_, context) -> {
              context.account(memory);
              context.account(none);
              return Change.NONE;
            });
    run(1, "toy.module(plan)", pass);
    assertThat(report.text())
        .isEqualTo(
            """
            @k: bytes: 12352 of 49152
                 where        bytes  offset
              s2 a.tir:2:3    12288       0
                 <unknown>:0     64   12288
            @k: registers: 0 of 255
            """);
    assertThat(report.json())
        .contains(
            """
            "budgets": [
              {"owner": "k", "resource": "bytes", "used": 12352, "limit": 49152, "shares": \
            [{"name": "s2", "where": "a.tir:2:3", "bytes": 12288, "offset": 0}, \
            {"name": "", "where": "<unknown>:0", "bytes": 64, "offset": 12288}]},
              {"owner": "k", "resource": "registers", "used": 0, "limit": 255, "shares": []}
            ]}
            """);
  }

  @Test
  void threadsDoNotChangeTheOrder() {
    ToyPass pass =
        ToyPass.on(
            "toy.func",
            "plan",
            (root, context) -> {
              context.decide(
                  Decision.about(root, "loop", "none", String.valueOf(root.attribute("sym_name"))));
              return Change.NONE;
            });
    for (String name : List.of("a", "b", "c", "d")) {
      Toy.ret(Toy.func(module, name).region(0).entry());
    }
    run(4, "toy.module(toy.func(plan))", pass);
    assertThat(report.entries())
        .extracting(entry -> entry.decision().chosen())
        .containsExactly("Text[value=a]", "Text[value=b]", "Text[value=c]", "Text[value=d]");
  }
}
