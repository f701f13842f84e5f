// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import static org.assertj.core.api.Assertions.assertThat;

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
class BarrierRulesTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new BarrierDialect()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%b = barrier.alloc [] | expected the arrivals of 1 to 16384 barriers",
        "%b = barrier.alloc [1, 0]"
            + "| 'barrier.alloc' op can't wait for 0 arrivals; 1 to 1048575 are possible",
        "%b = barrier.alloc [1048576]"
            + "| 'barrier.alloc' op can't wait for 1048576 arrivals; 1 to 1048575 are possible",
        "%b = \"barrier.alloc\"() {counts = array<i64: 1>} : () -> !barrier.array<2>"
            + "| 'barrier.alloc' op gives the arrivals of 1 barriers",
        "barrier.arrive %a[%i] {by = \"warps\"} : !barrier.array<3>"
            + "| 'barrier.arrive' op attribute 'by' failed to satisfy constraint: one of threads,"
            + " thread, warp, warpgroup",
        "barrier.arrive %i[%i] : index"
            + "| 'barrier.arrive' op operand #0 must be an array of barriers, but got 'index'",
        "barrier.wait %a[%i], %i : !barrier.array<3>"
            + "| use of value '%i' expects different type than prior uses: 'i1' vs 'index'",
        "barrier.expect_tx %a[%i], -16 : !barrier.array<3>"
            + "| 'barrier.expect_tx' op can't expect -16 bytes; 0 to 1048575 are possible",
        "barrier.arrive_expect_tx %a[%i], 1048576 : !barrier.array<3>"
            + "| 'barrier.arrive_expect_tx' op can't expect 1048576 bytes; 0 to 1048575 are"
            + " possible",
        "barrier.arrive %a[%i] {multicast = array<i64: 1, 0>} : !barrier.array<3>"
            + "| 'barrier.arrive' op multicasts along dimensions that are not ascending numbers"
            + " from 0 to 2",
        "barrier.arrive %a[%i] {multicast = array<i64: 3>} : !barrier.array<3>"
            + "| 'barrier.arrive' op multicasts along dimensions that are not ascending numbers"
            + " from 0 to 2",
        "barrier.arrive %a[%i] {multicast = array<i64>} : !barrier.array<3>"
            + "| 'barrier.arrive' op multicasts along no dimension; leave 'multicast' out instead",
        "barrier.named_sync 0, 128"
            + "| 'barrier.named_sync' op names barrier 0; 1 to 15 are possible",
        "barrier.named_arrive 16, 128"
            + "| 'barrier.named_arrive' op names barrier 16; 1 to 15 are possible",
        "barrier.named_sync 1, 48"
            + "| 'barrier.named_sync' op waits for 48 threads; multiples of 32 up to 1024 are"
            + " possible",
        "\"t.x\"() : () -> !barrier.array<0> | a barrier array has 1 to 16384 barriers, not 0",
        "\"t.x\"() : () -> !barrier.array<99999>"
            + "| a barrier array has 1 to 16384 barriers, not 99999",
        "\"t.x\"() : () -> !barrier.arrays<3> | unknown type 'arrays' in dialect 'barrier'",
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
        "%b = barrier.alloc [1, 1] | ALLOCATE",
        "barrier.arrive %a[%i] : !barrier.array<3> | WRITE",
        "barrier.arrive_noinc %a[%i] : !barrier.array<3> | READ WRITE",
        "barrier.expect_tx %a[%i], 16 : !barrier.array<3> | WRITE",
        "barrier.arrive_expect_tx %a[%i], 16 : !barrier.array<3> | WRITE",
        "barrier.wait %a[%i], %p : !barrier.array<3> | READ WRITE",
        "barrier.sync | unknown",
        "barrier.named_sync 1, 64 | unknown",
        "barrier.named_arrive 1, 64 | unknown",
        "barrier.fence_init | unknown",
        "barrier.fence_proxy_async | unknown",
      })
  void accesses(String body, String modes) {
    List<Diagnostic> problems = new ArrayList<>();
    Operation module = Objects.requireNonNull(read(body, problems));
    assertThat(problems).isEmpty();
    Operation function = Objects.requireNonNull(module.region(0).entry().first());
    Accesses found = Accesses.of(Objects.requireNonNull(function.region(0).entry().last()));
    String words =
        String.join(" ", found.all().stream().map(Access::mode).map(Enum::name).toList());
    assertThat(found.unknown() ? "unknown" : words).isEqualTo(modes.strip());
  }

  private static @Nullable Operation read(String body, List<Diagnostic> problems) {
    Diagnostics diagnostics = Diagnostics.into(problems);
    String text =
        """
        "t.f"() ({
        ^bb0(%%a: !barrier.array<3>, %%i: index, %%p: i1):
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
