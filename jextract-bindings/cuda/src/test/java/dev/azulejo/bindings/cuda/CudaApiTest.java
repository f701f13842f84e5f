// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls go where the lookup says, when they are made and not before; layouts are the driver's. */
class CudaApiTest {
  private final List<String> looked = new ArrayList<>();

  /** Called through a stub. */
  @SuppressWarnings("UnusedMethod")
  private static int twice(int flags) {
    return 2 * flags;
  }

  @Test
  @SuppressWarnings("restricted")
  void linksAtTheFirstCallAndOnce() throws ReflectiveOperationException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment stub =
          Linker.nativeLinker()
              .upcallStub(
                  MethodHandles.lookup()
                      .findStatic(
                          CudaApiTest.class, "twice", MethodType.methodType(int.class, int.class)),
                  FunctionDescriptor.of(JAVA_INT, JAVA_INT),
                  arena);
      CudaApi api =
          new CudaApi(name -> {
            looked.add(name);
            return Optional.of(stub);
          });
      assertThat(looked).isEmpty();
      assertThat(api.cuInit(21)).isEqualTo(42);
      assertThat(api.cuInit(4)).isEqualTo(8);
      assertThat(looked).containsExactly("cuInit");
    }
  }

  @Test
  void namesWhatTheLibraryLacks() {
    CudaApi api = new CudaApi(_ -> Optional.empty());
    assertThatThrownBy(() -> api.cuInit(0))
        .isInstanceOf(UnsatisfiedLinkError.class)
        .hasMessage("the library has no cuInit");
  }

  @Test
  void loadsNoLibraryThatIsNotThere() {
    assertThatThrownBy(() -> CudaApi.open("libno-such-driver.so.1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void layoutsAreTheDrivers() {
    assertThat(CUlaunchConfig.LAYOUT.byteSize()).isEqualTo(56);
    assertThat(CUlaunchAttribute.LAYOUT.byteSize()).isEqualTo(72);
    assertThat(CUlaunchAttributeValue.LAYOUT.byteSize()).isEqualTo(64);
    assertThat(CUtensorMap.LAYOUT.byteSize()).isEqualTo(128);
    assertThat(CUtensorMap.LAYOUT.byteAlignment()).isGreaterThanOrEqualTo(64);
  }

  @Test
  void accessorsReachTheFieldsOfTheirLayouts() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment config = arena.allocate(CUlaunchConfig.LAYOUT);
      CUlaunchConfig.gridDimX(config, 7);
      CUlaunchConfig.sharedMemBytes(config, 1024);
      CUlaunchConfig.attrs(config, MemorySegment.ofAddress(0x1234));
      CUlaunchConfig.numAttrs(config, 3);
      assertThat(config.get(JAVA_INT, 0)).isEqualTo(7);
      assertThat(config.get(JAVA_INT, 24)).isEqualTo(1024);
      assertThat(CUlaunchConfig.attrs(config).address()).isEqualTo(0x1234);
      assertThat(config.get(JAVA_INT, 48)).isEqualTo(3);
      MemorySegment attribute = arena.allocate(CUlaunchAttribute.LAYOUT);
      MemorySegment cluster = CUlaunchAttributeValue.clusterDim(CUlaunchAttribute.value(attribute));
      CUlaunchAttributeValue_clusterDim.y(cluster, 2);
      assertThat(attribute.get(JAVA_INT, 12)).isEqualTo(2);
    }
  }

  @Test
  void constantsKnowTheirNames() {
    assertThat(CUresult.nameOf(CUresult.CUDA_ERROR_ILLEGAL_ADDRESS))
        .isEqualTo("CUDA_ERROR_ILLEGAL_ADDRESS");
    assertThat(CUresult.nameOf(123456)).isEqualTo("CUresult(123456)");
  }

  @Test
  void readsTextOfTheLibrary() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom("tile");
      assertThat(CudaApi.string(MemorySegment.ofAddress(text.address()))).isEqualTo("tile");
      assertThat(CudaApi.view(MemorySegment.ofAddress(text.address()), 4).byteSize()).isEqualTo(4);
    }
  }
}
