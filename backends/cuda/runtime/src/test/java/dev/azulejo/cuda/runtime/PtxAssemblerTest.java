// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.testing.RequiresTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtxAssemblerTest {

  @ParameterizedTest
  @CsvSource({"vector_add, sm_80", "vector_add, sm_90", "tensor_copy, sm_90"})
  @RequiresTool("ptxas")
  void assemblesOurKernels(String kernel, String architecture) {
    PtxAssembler.Assembly made =
        PtxAssembler.find()
            .orElseThrow()
            .assemble(GpuSmoke.resource(kernel + ".ptx"), architecture);
    assertThat(Cubin.isCubin(made.code().bytes())).isTrue();
    KernelUsage usage = KernelUsage.parse(made.log()).getFirst();
    assertThat(usage.kernel()).isEqualTo(kernel);
    assertThat(usage.registers()).isBetween(8, 32);
    assertThat(usage.spillStoreBytes() + usage.spillLoadBytes() + usage.stackBytes()).isZero();
    assertThat(made.log()).doesNotContainIgnoringCase("warning");
  }

  @Test
  @RequiresTool("ptxas")
  void refusalsHoldTheLog() {
    PtxAssembler assembler = PtxAssembler.find().orElseThrow();
    String ptx = GpuSmoke.resource("tensor_copy.ptx").replace("sm_90", "sm_80");
    assertThatThrownBy(() -> assembler.assemble(ptx, "sm_80"))
        .isInstanceOf(AssemblyException.class)
        .hasMessageStartingWith("ptxas refuses the code for sm_80:\n")
        .hasMessageContaining("sm_90");
  }

  @Test
  void whatCannotBeRunSaysSo(@TempDir Path folder) throws IOException {
    Path gone = folder.resolve("ptxas");
    assertThatThrownBy(() -> new PtxAssembler(gone))
        .isInstanceOf(AssemblyException.class)
        .hasMessageStartingWith(gone + " can't be run");
    Path failing = script(gone, "echo broken; exit 3");
    assertThatThrownBy(() -> new PtxAssembler(failing))
        .hasMessage(failing + " --version failed: broken\n");
  }

  @Test
  void isFoundWhereTheSpecSays(@TempDir Path folder) throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path tool = script(bin.resolve("ptxas"), "echo here");
    Path gone = folder.resolve("gone");
    assertThat(PtxAssembler.find(tool.toString(), Map.of()).orElseThrow().version())
        .isEqualTo("here\n");
    assertThat(PtxAssembler.find(gone.toString(), Map.of())).isEmpty();
    assertThat(PtxAssembler.find(null, Map.of("PTXAS", tool.toString()))).isPresent();
    assertThat(PtxAssembler.find(null, Map.of("PTXAS", gone.toString()))).isEmpty();
    assertThat(
            PtxAssembler.find(null, Map.of("CUDA_HOME", folder.toString())).orElseThrow().version())
        .isEqualTo("here\n");
    assertThat(PtxAssembler.find(null, Map.of("PATH", "/nowhere:" + bin))).isPresent();
  }

  private static Path script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void readsLogsOfSeveralKernels() {
    String log =
        """
        ptxas info    : 0 bytes gmem
        ptxas info    : Compiling entry function 'first' for 'sm_90a'
        ptxas info    : Function properties for first
            16 bytes stack frame, 8 bytes spill stores, 12 bytes spill loads
        ptxas info    : Used 255 registers, used 2 barriers, 16 bytes cumulative stack size, 49152 bytes smem
        ptxas info    : Compiling entry function 'second' for 'sm_90a'
        ptxas info    : Function properties for second
            0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads
        ptxas info    : Used 12 registers, used 0 barriers, 380 bytes cmem[0]
        """;
    assertThat(KernelUsage.parse(log))
        .containsExactly(
            new KernelUsage("first", 255, 2, 49152, 16, 8, 12),
            new KernelUsage("second", 12, 0, 0, 0, 0, 0));
    assertThat(KernelUsage.parse("")).isEmpty();
  }
}
