// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.dialect.gpu.GPUDialect;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.simulator.run.SimulationFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every instruction is executed. */
final class PtxDecoderTest {
  private static final Dialects DIALECTS =
      new Dialects(
          List.of(new BuiltinDialect(), new GPUDialect(), new MemRefDialect(), new PtxDialect()));

  private record Example(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What instructions have no part in. */
  private static final class NoScalars implements ScalarOperations {
    @Override
    public Function of(Operation op) {
      throw new AssertionError(op);
    }

    @Override
    public LongBinaryOperator update(AtomicRMWOp op) {
      throw new AssertionError(op);
    }
  }

  static Stream<Example> examples() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            PtxDialect.class.getResourceAsStream("/META-INF/azulejo/examples/ptx.txt"))) {
      String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("\n?---\n"))
          .filter(text -> !text.isBlank())
          .map(text ->
              new Example(
                  text.substring(0, text.indexOf('\n')).strip(),
                  text.substring(text.indexOf('\n') + 1)));
    }
  }

  /** Decodes an instruction, or the kernel that it stands in. */
  private static void decode(String text) {
    boolean whole = text.startsWith("ptx.kernel");
    String kernel = whole ? text : "ptx.kernel @k() {\n" + text + "\nptx.ret\n}";
    List<Diagnostic> errors = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("test.tir", kernel),
            DIALECTS,
            ParseOptions.FRAGMENT,
            Diagnostics.into(errors));
    assertThat(errors).as(text).isEmpty();
    for (Operation op : Objects.requireNonNull(module).region(0).entry()) {
      if (op instanceof KernelOp found) {
        KernelDecoder.of(found, new NoScalars());
        return;
      }
    }
    throw new AssertionError(text);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isExecuted(Example example) {
    decode(example.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%d = ptx.ld generic %a : i64 -> f32",
        "%d = ptx.ld global %a {semantics = \"acquire\", scope = \"gpu\"} : i64 -> f32",
        "ptx.st global %a, %b {semantics = \"relaxed\", scope = \"gpu\"} : i64, f32",
        "%d = ptx.atom add global %a, %b {semantics = \"acq_rel\", scope = \"gpu\"} : i64, f32",
        "%d = ptx.special smid",
        "%d = ptx.cvta shared %a",
        "%d = ptx.cvt.pair ue8m0x2 %a, %b {rounding = \"rp\", satfinite} : i16"
      })
  void formsThatAreNotKnownAreRefused(String text) {
    assertThatThrownBy(() -> decode(text))
        .isInstanceOfSatisfying(
            SimulationFailure.class,
            failure ->
                assertThat(failure.diagnostic().message())
                    .startsWith("the simulator can't execute 'ptx.")
                    .endsWith(" yet"));
  }
}
