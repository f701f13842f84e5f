// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the dialect, each broken once, and what its operations access. */
class PipelineRulesTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new PipelineDialect(), new TileDialect()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pipeline.for %k = 0 to 4 stages(65) {}"
            + "| 'pipeline.for' op has 65 stages; 0 to 64 are possible",
        "pipeline.for %k = 0 to 4 stages(-1) {}"
            + "| 'pipeline.for' op has -1 stages; 0 to 64 are possible",
        "pipeline.for %k = 0 to %c stages(1) {}"
            + "| use of value '%c' expects different type than prior uses: 'index' vs 'i1'",
        "pipeline.for %k = 0 to 4 {} | expected 'stages'",
        "\"pipeline.for\"(%o) <{lower = 0 : i64, upper = 1 : i64, stages = 1 : i64,"
            + " operandSegmentSizes = array<i32: 1, 0>}> ({^bb0(%k: index):}) : (index) -> ()"
            + "| 'pipeline.for' op must have each bound once, as a constant or as a value",
        "\"pipeline.for\"() <{lower = 0 : i64, stages = 1 : i64,"
            + " operandSegmentSizes = array<i32: 0, 0>}> ({^bb0(%k: index):}) : () -> ()"
            + "| 'pipeline.for' op must have each bound once, as a constant or as a value",
        "\"pipeline.for\"() <{lower = 0 : i64, upper = 1 : i64, stages = 1 : i64,"
            + " operandSegmentSizes = array<i32: 0, 0>}> ({^bb0(%k: i32):}) : () -> ()"
            + "| 'pipeline.for' op must have a body with one argument of type index",
        "pipeline.wait_group -1 | 'pipeline.wait_group' op can't leave -1 groups pending",
        "%s = pipeline.slot %o {depth = 0}" + "| 'pipeline.slot' op needs a depth of at least 1",
        "%s = pipeline.parity %o {depth = -1}"
            + "| 'pipeline.parity' op needs a depth of at least 1",
        "\"t.x\"() {pipeline.stage = 0} : () -> ()"
            + "| 't.x' op attribute 'pipeline.stage' belongs on an operation directly in a"
            + " 'pipeline.for'",
        "pipeline.for %k = 0 to 4 stages(2) { \"t.x\"() {pipeline.stage = 65} : () -> () }"
            + "| 't.x' op is in stage 65; 0 to 64 are possible",
        "pipeline.for %k = 0 to 4 stages(2) { \"t.x\"() {pipeline.order = -1} : () -> () }"
            + "| 't.x' op attribute 'pipeline.order' must be a number from 0",
        "pipeline.for %k = 0 to 4 stages(2) { \"t.x\"() {pipeline.group = \"a\"} : () -> () }"
            + "| 't.x' op attribute 'pipeline.group' must be a number from 0",
        "pipeline.for %k = 0 to 4 stages(2) { \"t.x\"() {pipeline.stages = 1} : () -> () }"
            + "| 't.x' op attribute 'pipeline.stages' is not one of pipeline's: pipeline.depth,"
            + " pipeline.id, pipeline.group, pipeline.order, pipeline.stage",
        "pipeline.roles a(warps = 1) {}"
            + "| 'pipeline.roles' op must stand directly in the body of a 'tile.launch'",
        "tile.launch grid(%b = 1) threads(64) { pipeline.roles a(warps = 1) {} }"
            + "| 'pipeline.roles' op has roles of 32 threads together, but the block has 64",
        "tile.launch grid(%b = 1) threads(32) {"
            + " pipeline.for %k = 0 to 4 stages(0) { pipeline.roles a(warps = 1) {} } }"
            + "| 'pipeline.roles' op must stand directly in the body of a 'tile.launch'",
        "tile.launch grid(%b = 1) threads(32) { pipeline.roles a(warps = 1) {}"
            + " pipeline.roles a(warps = 1) {} }"
            + "| 'pipeline.roles' op divides the warps of a block a second time",
        "tile.launch grid(%b = 1) threads(32) { pipeline.roles a(warps = 0) {} }"
            + "| 'pipeline.roles' op has 0 warps in role 'a'; 1 to 32 are possible",
        "tile.launch grid(%b = 1) threads(32) { pipeline.roles a(warps = 1, registers = 25) {} }"
            + "| 'pipeline.roles' op has 25 registers for role 'a'; 0 and multiples of 8 from 24"
            + " to 256 are possible",
        "tile.launch grid(%b = 1) threads(64) {"
            + " pipeline.roles a(warps = 1) {}, a(warps = 1) {} }"
            + "| 'pipeline.roles' op attribute 'names' failed to satisfy constraint: different"
            + " words",
        "tile.launch grid(%b = 1) threads(32) { pipeline.roles a(warps = 1, register = 24) {} }"
            + "| expected 'registers'",
        "\"pipeline.roles\"() <{names = [\"a\"], warps = array<i64: 1>}> ({^bb0:}, {^bb0:}) : () -> ()"
            + "| 'pipeline.roles' op must have a name, warps and a body for each role",
        "tile.launch grid(%b = 1) threads(32) {"
            + " %f = tile.alloc : memref<4xf32, \"fragment\">"
            + " pipeline.roles a(warps = 1) { \"t.x\"(%f) : (memref<4xf32, \"fragment\">) -> () } }"
            + "| 't.x' op uses a fragment buffer in role 'a', which must allocate it itself",
        "\"t.x\"() {pipeline.depth = 3} : () -> ()"
            + "| 't.x' op attribute 'pipeline.depth' belongs on a loop",
      })
  void refuses(String body, String message) {
    List<Diagnostic> problems = new ArrayList<>();
    read(body, problems);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().message()).contains(message.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pipeline.commit_group | READ WRITE",
        "pipeline.wait_group 1 | unknown",
        "%r = pipeline.ordinal | WRITE",
        "%r = pipeline.slot %o {depth = 2} | ''",
        "%r = pipeline.parity %o {depth = 2} | ''",
        "pipeline.for %k = 0 to 4 stages(2) { pipeline.commit_group } | READ WRITE",
        "pipeline.for %k = 0 to 4 stages(2) { pipeline.wait_group 0 } | unknown",
      })
  void accesses(String body, String modes) {
    List<Diagnostic> problems = new ArrayList<>();
    Operation module = Objects.requireNonNull(read(body, problems));
    assertThat(problems).isEmpty();
    Operation function = Objects.requireNonNull(module.region(0).entry().first());
    Accesses found = Accesses.of(Objects.requireNonNull(function.region(0).entry().last()));
    String words =
        String.join(" ", found.all().stream().map(Access::mode).map(Enum::name).toList());
    assertThat(found.unknown() ? "unknown" : words).isEqualTo(modes.strip().replace("''", ""));
  }

  private static @Nullable Operation read(String body, List<Diagnostic> problems) {
    Diagnostics diagnostics = Diagnostics.into(problems);
    String text =
        """
        "t.f"() ({
        ^bb0(%%o: index, %%c: i1):
          %s
        }) : () -> ()
        """
            .formatted(body.strip());
    Operation module =
        Parser.parse(SourceText.of("test.tir", text), DIALECTS, ParseOptions.LENIENT, diagnostics);
    if (module != null && problems.isEmpty()) {
      Verifier.verify(module, DIALECTS, null, diagnostics);
    }
    return module;
  }
}
