// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.runtime.LoadReport.Way;
import dev.azulejo.testing.RequiresTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLoaderTest {
  private static final String VECTOR_ADD = GpuSmoke.resource("vector_add.ptx");

  private final FakeDriver fake = SmokeKernels.on(new FakeDriver());
  private final Context context = Fakes.context(fake);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    context.close();
    assertThat(fake.thrown()).isEmpty();
  }

  private ModuleLoader assembling() {
    return new ModuleLoader(PtxAssembler.find(), Optional.of(new CubinCache(folder)));
  }

  private static ModuleLoader driverOnly() {
    return new ModuleLoader(Optional.empty(), Optional.empty());
  }

  private List<Path> kept(String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(extension)).toList();
    }
  }

  @Test
  void withoutAnAssemblerTheDriverCompilesAndSaysSo() {
    fake.device()
        .sayWhenCompiling(
            "info    : Compiling entry function 'vector_add' for 'sm_90'\n"
                + "info    : Used 12 registers, used 1 barriers, 64 bytes smem\n");
    LoadReport report = driverOnly().load(context, VECTOR_ADD).report();
    assertThat(report.way()).isEqualTo(Way.DRIVER);
    assertThat(report.remark()).isEqualTo("there is no ptxas");
    assertThat(report.log()).contains("Used 12 registers").contains("driver compiled for 1.5 ms");
    assertThat(report.usage("vector_add"))
        .hasValue(new KernelUsage("vector_add", 12, 1, 64, 0, 0, 0));
    assertThat(report.usage("other")).isEmpty();
  }

  @Test
  void theDriversLogIsInTheError() {
    assertThatThrownBy(() -> driverOnly().load(context, "nonsense"))
        .isInstanceOfSatisfying(
            CudaException.class, e -> assertThat(e.error()).isEqualTo(CudaError.INVALID_PTX))
        .hasMessage(
            "cuModuleLoadDataEx: CUDA_ERROR_INVALID_PTX (218): text of 218\n"
                + "ptxas: line 4; error: parsing near 'nonsense'\n"
                + "there is no ptxas");
  }

  @Test
  void kernelsAndGlobalsAreFoundByName() {
    CudaModule module = driverOnly().load(context, VECTOR_ADD);
    assertThat(module.kernel("vector_add").name()).isEqualTo("vector_add");
    assertThatThrownBy(() -> module.kernel("gone"))
        .hasMessageStartingWith("cuModuleGetFunction(gone): CUDA_ERROR_NOT_FOUND");
    assertThat(module.addressOfGlobal("table")).isEqualTo(0xABCD00L);
    assertThatThrownBy(() -> module.addressOfGlobal("gone"))
        .hasMessageStartingWith("cuModuleGetGlobal_v2(gone)");
  }

  @Test
  void machineCodeIsLoadedAsItIs() {
    byte[] code = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
    CudaModule module = CudaModule.load(context, new Cubin(code));
    assertThat(module.report().way()).isEqualTo(Way.GIVEN);
    assertThat(fake.device().lastImage()).isEqualTo(code);
    assertThatThrownBy(() -> new Cubin(new byte[] {1, 2, 3, 4, 5}))
        .hasMessage("a cubin begins as an ELF file does");
  }

  @Test
  @RequiresTool("ptxas")
  void theAssemblersCodeIsKept() throws IOException {
    LoadReport first = assembling().load(context, VECTOR_ADD).report();
    assertThat(first.way()).isEqualTo(Way.ASSEMBLED);
    assertThat(first.usage("vector_add").orElseThrow().registers()).isBetween(8, 32);
    assertThat(first.remark()).isEmpty();
    LoadReport second = assembling().load(context, VECTOR_ADD).report();
    assertThat(second.way()).isEqualTo(Way.CACHED);
    assertThat(second.usages()).isEqualTo(first.usages());
    assertThat(kept(".cubin")).hasSize(1);
    assembling().load(context, VECTOR_ADD + "// another\n");
    assertThat(kept(".cubin")).hasSize(2);
    assertThat(kept(".tmp")).isEmpty();
  }

  @Test
  @RequiresTool("ptxas")
  void damagedCodeIsMadeAgain() throws IOException {
    assembling().load(context, VECTOR_ADD);
    Path file = kept(".cubin").getFirst();
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(assembling().load(context, VECTOR_ADD).report().way()).isEqualTo(Way.ASSEMBLED);
    Files.write(file, new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 'X'});
    LoadReport report = assembling().load(context, VECTOR_ADD).report();
    assertThat(report.way()).isEqualTo(Way.ASSEMBLED);
    assertThat(report.remark()).contains("kept code was refused").contains("INVALID_IMAGE");
    assertThat(assembling().load(context, VECTOR_ADD).report().way()).isEqualTo(Way.CACHED);
  }

  @Test
  @RequiresTool("ptxas")
  void aFolderThatCannotBeWrittenCostsARemark() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ModuleLoader loader = new ModuleLoader(PtxAssembler.find(), Optional.of(new CubinCache(file)));
    LoadReport report = loader.load(context, VECTOR_ADD).report();
    assertThat(report.way()).isEqualTo(Way.ASSEMBLED);
    assertThat(report.remark()).startsWith("code could not be kept in " + file);
  }

  @Test
  @RequiresTool("ptxas")
  void whatTheAssemblerRefusesTheDriverMayTake() {
    String newer = VECTOR_ADD.replace(".version 7.0", ".version 99.0");
    LoadReport report = assembling().load(context, newer).report();
    assertThat(report.way()).isEqualTo(Way.DRIVER);
    assertThat(report.remark()).contains("ptxas refuses the code for sm_90").contains("version");
    assertThatThrownBy(() -> assembling().load(context, VECTOR_ADD + "nonsense;"))
        .hasMessageContaining("CUDA_ERROR_INVALID_PTX")
        .hasMessageContaining("ptxas refuses the code for sm_90")
        .hasMessageContaining("Parsing error");
  }

  @Test
  void codeForOneArchitectureAloneIsAssembledForIt() {
    assertThat(ModuleLoader.architecture(context, ".version 8.0\n.target sm_90a\n"))
        .isEqualTo("sm_90a");
    assertThat(ModuleLoader.architecture(context, ".version 8.0\n  .target sm_80\n"))
        .isEqualTo("sm_90");
    assertThat(ModuleLoader.architecture(context, "")).isEqualTo("sm_90");
  }

  @Test
  @RequiresTool("ptxas")
  void codeGoesByAllThatItWasMadeFrom() {
    PtxAssembler assembler = PtxAssembler.find().orElseThrow();
    String key = CubinCache.key(assembler, "sm_90", "text");
    assertThat(key).hasSize(64).isEqualTo(CubinCache.key(assembler, "sm_90", "text"));
    assertThat(CubinCache.key(assembler, "sm_80", "text")).isNotEqualTo(key);
    assertThat(CubinCache.key(assembler, "sm_90", "texT")).isNotEqualTo(key);
    assertThat(CubinCache.key(assembler, "sm_9", "0text")).isNotEqualTo(key);
  }

  @Test
  void theUsersFolderIsWhereTheySay() {
    assertThat(CubinCache.folderOfUser(Map.of(), "/home/u")).hasToString("/home/u/.cache/azulejo");
    assertThat(CubinCache.folderOfUser(Map.of("XDG_CACHE_HOME", "/c"), "/home/u"))
        .hasToString("/c/azulejo");
    assertThat(
            CubinCache.folderOfUser(
                Map.of("XDG_CACHE_HOME", "/c", "AZULEJO_CACHE", "/mine"), "/home/u"))
        .hasToString("/mine");
  }
}
