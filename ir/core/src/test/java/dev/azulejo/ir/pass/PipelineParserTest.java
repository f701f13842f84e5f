// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.toy.ToyPass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PipelineParserTest {
  private static final List<PassOption> OPTIONS =
      List.of(
          new PassOption("max", PassOption.INT, "10", "how often"),
          new PassOption("names", PassOption.LIST, "", "of what"));

  private static final PassRegistry REGISTRY =
      new PassRegistry(
          List.of(
              ToyPass.of("cse", (_, _) -> Change.NONE),
              ToyPass.on("toy.func", "plan", (_, _) -> Change.NONE),
              ToyPass.on("toy.func", "inject", (_, _) -> Change.NONE),
              new ToyPass("canonicalize", "", OPTIONS, _ -> (_, _) -> Change.NONE)),
          List.of(
              new NamedPipeline("tidy", "Tidies up", "cse,plan,inject{ },canonicalize"),
              new NamedPipeline("endless", "Never ends", "cse,endless")));

  private final List<Diagnostic> said = new ArrayList<>();
  private final PipelineParser parser = new PipelineParser(REGISTRY, Diagnostics.into(said));

  private void expect(String text, String printed) {
    Pipeline pipeline = parser.parse(text);
    assertThat(said).isEmpty();
    assertThat(pipeline).hasToString(printed);
    assertThat(parser.parse(printed)).hasToString(printed);
  }

  private void expectShort(String text, String printed) {
    Pipeline pipeline = parser.parseShort("toy.module", text);
    assertThat(said).isEmpty();
    assertThat(pipeline).hasToString(printed);
  }

  private void refuse(String text, String message) {
    said.clear();
    assertThat(parser.parse(text)).isNull();
    assertThat(said).extracting(Diagnostic::message).containsExactly(message);
  }

  private void refuse(String inner, int column, String message) {
    refuse(
        "toy.module(" + inner + ")",
        "MLIR Textual PassPipeline Parser:1:"
            + (column + 1)
            + ": error: "
            + message
            + "\n"
            + inner
            + "\n"
            + " ".repeat(column)
            + "^\n");
  }

  @Test
  void passesNestAndTakeOptions() {
    expect("toy.module()", "toy.module()");
    expect(
        " toy.module ( cse , toy.func(plan , any(cse)),canonicalize{max=3 names=a,b} ) ",
        "toy.module(cse, toy.func(plan, any(cse)), canonicalize{max=3 names={a,b}})");
    expect("any(canonicalize{names={x,y}})", "any(canonicalize{max=10 names={x,y}})");
  }

  @Test
  void neighboursOfOneAnchorAreMerged() {
    Pipeline pipeline =
        parser.parse("toy.module(toy.func(cse),toy.func(plan),any(cse),toy.func())");
    assertThat(pipeline).isNull();
    said.clear();
    pipeline = parser.parse("toy.module(toy.func(cse),toy.func(plan),any(cse),toy.func(cse))");
    assertThat(pipeline.merged())
        .hasToString("toy.module(toy.func(cse, plan), any(cse), toy.func(cse))");
  }

  @Test
  void theShortFormFillsAnchorsIn() {
    expectShort("", "toy.module()");
    expectShort("cse", "toy.module(cse)");
    expectShort("plan,inject,cse,plan", "toy.module(toy.func(plan, inject), cse, toy.func(plan))");
    expectShort("toy.func(cse),plan", "toy.module(toy.func(cse, plan))");
    assertThat(parser.parseShort("toy.func", "plan,cse")).hasToString("toy.func(plan, cse)");
  }

  @Test
  void namedPipelinesStandWherePassesMay() {
    String tidy = "cse, toy.func(plan, inject), canonicalize{max=10}";
    expectShort("cse,tidy", "toy.module(cse, " + tidy + ")");
    expect("toy.module(tidy)", "toy.module(" + tidy + ")");
    expect("toy.func(tidy)", "toy.func(cse, plan, inject, canonicalize{max=10})");
    refuse("endless", 0, "pipeline 'endless' contains itself", "cse,endless", 4);
  }

  private void refuse(String inner, int column, String message, String text, int inText) {
    assertThat(parser.parse("toy.module(" + inner + ")")).isNull();
    assertThat(said)
        .extracting(Diagnostic::message)
        .containsExactly(
            "MLIR Textual PassPipeline Parser:1:%d: error: %s\n%s\n%s^\n"
                .formatted(column + inText + 1, message, text, " ".repeat(inText)));
  }

  @Test
  void aPipelineNeedsAnAnchor() {
    String message =
        "expected pass pipeline to be wrapped with the anchor operation type, e.g."
            + " 'builtin.module(...)'";
    for (String text : List.of("", "cse", "toy.module(cse", "(cse)", "toy.module", "a b(cse)")) {
      refuse(text, message);
    }
  }

  @Test
  void wrongNamesAreReportedWhereTheyStand() {
    String unknown = "'%s' does not refer to a registered pass or pass pipeline";
    refuse("nope", 0, unknown.formatted("nope"));
    refuse("cse,toy.func(cse,nope)", 17, unknown.formatted("nope"));
    refuse("cse cse", 0, unknown.formatted("cse cse"));
    refuse("toy.func()", 9, unknown.formatted(""));
    refuse("toy.func(cse),", 14, unknown.formatted(""));
    refuse(",cse", 0, unknown.formatted(""));
    refuse("(cse)", 0, "'' is no name of an operation");
  }

  @Test
  void wrongStructureIsReportedWhereItBreaks() {
    refuse("cse{a=1", 3, "missing closing '}' while processing pass options");
    refuse(
        "cse)",
        3,
        "encountered extra closing ')' creating unbalanced parentheses while parsing pipeline");
    refuse("toy.func(cse)cse", 13, "expected ',' after parsing pipeline");
    refuse("toy.func{a=1}(cse)", 13, "expected ',' after parsing pipeline");
    refuse("toy.func(cse", 8, "encountered unbalanced parentheses while parsing pipeline");
    refuse("a(".repeat(70), 129, "pipeline is nested too deeply");
  }

  @Test
  void wrongOptionsAreReportedWithTheirPass() {
    refuse(
        "toy.module(canonicalize{foo=5})",
        "<Pass-Options-Parser>: no such option foo\n\n"
            + "failed to add `canonicalize` with options `foo=5`\n");
    refuse(
        "toy.module(tidy{a=1})",
        "a pipeline takes no options\n\nfailed to add `tidy` with options `a=1`\n");
  }

  @Test
  void aDumpHasAPassALine() {
    Pipeline pipeline = parser.parse("toy.module(cse,toy.func(plan,canonicalize),toy.func(cse))");
    assertThat(pipeline.dump())
        .isEqualTo(
            """
            Pass Manager with 3 passes:
            toy.module(
              cse,
              toy.func(
                plan,
                canonicalize{max=10}
              ),
              toy.func(
                cse
              )
            )

            """);
  }

  @Test
  void theListingIsSortedAndPadded() {
    assertThat(REGISTRY.listing())
        .isEqualTo(
            """
            Passes:
              --canonicalize   -   Does canonicalize
                --max=<int>    - how often
                --names=<list> - of what
              --cse            -   Does cse
              --inject         -   Does inject
              --plan           -   Does plan
            Pass Pipelines:
              --endless        -   Never ends
              --tidy           -   Tidies up
            """);
  }

  @Test
  void twoPassesOfOneNameAreRefused() {
    PassFactory one = ToyPass.of("x", (_, _) -> Change.NONE);
    assertThatThrownBy(() -> new PassRegistry(List.of(one, one), List.of()))
        .hasMessageStartingWith("two passes or pipelines are called 'x'");
    assertThatThrownBy(
            () -> new PassRegistry(List.of(one), List.of(new NamedPipeline("x", "", ""))))
        .hasMessageStartingWith("two passes or pipelines are called 'x'");
  }

  @Test
  void misspeltNamesGetTheNearest() {
    refuse(
        "toy.func(csx)",
        9,
        "'csx' does not refer to a registered pass or pass pipeline; did you mean 'cse'?");
    refuse(
        "plad",
        0,
        "'plad' does not refer to a registered pass or pass pipeline; did you mean 'plan'?");
    refuse(
        "canonicalise",
        0,
        "'canonicalise' does not refer to a registered pass or pass pipeline; did you mean"
            + " 'canonicalize'?");
  }
}
