// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GPUOpsTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new GPUDialect()));
  private static final MemRefType BUFFER =
      MemRefType.of(
          new long[] {32}, FloatType.F32, null, new AddressSpaceAttr(AddressSpace.WORKGROUP));

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Operation module = parse("");
  private final GPUFuncOp kernel = kernel();
  private final Inserter inside = Inserter.atEnd(kernel.entry(), module.location());

  private GPUFuncOp kernel() {
    Inserter at = Inserter.atEnd(module.region(0).entry(), module.location());
    GPUModuleOp kernels = GPUModuleOp.create(at, "m");
    Inserter inModule = Inserter.atEnd(kernels.bodyRegion().entry(), module.location());
    FunctionType type =
        FunctionType.of(List.of(FloatType.F32, IntegerType.I32, IntegerType.I32), List.of());
    GPUFuncOp function = GPUFuncOp.create(inModule, "k", type, List.of(BUFFER));
    function.makeKernel();
    return function;
  }

  @Test
  void buildersMakeWhatTheTextSays() {
    Value x = kernel.arguments().get(0);
    Value offset = kernel.arguments().get(1);
    Value width = kernel.arguments().get(2);
    ThreadIdOp.create(inside, Dimension.X);
    BlockIdOp.create(inside, Dimension.Y);
    BlockDimOp.create(inside, Dimension.Z);
    GridDimOp.create(inside, Dimension.X);
    ClusterIdOp.create(inside, Dimension.X);
    ClusterBlockIdOp.create(inside, Dimension.X);
    ClusterDimOp.create(inside, Dimension.X);
    ClusterDimBlocksOp.create(inside, Dimension.X);
    GlobalIdOp.create(inside, Dimension.X);
    LaneIdOp.create(inside);
    SubgroupIdOp.create(inside);
    NumSubgroupsOp.create(inside);
    SubgroupSizeOp.create(inside);
    ShuffleOp shuffle = ShuffleOp.create(inside, ShuffleMode.DOWN, x, offset, width);
    AllReduceOp.create(inside, AllReduceOperation.ADD, shuffle.shuffleResult());
    SubgroupReduceOp.create(inside, AllReduceOperation.MAXIMUMF, x);
    BarrierOp.create(inside);
    PrintfOp.create(inside, "%d", List.of(offset));
    ReturnOp.create(inside, List.of());
    assertThat(print())
        .isEqualTo(
            """
            module {
              gpu.module @m {
                gpu.func @k(%arg0: f32, %arg1: i32, %arg2: i32) workgroup(%arg3 : memref<32xf32, #gpu.address_space<workgroup>>) kernel {
                  %thread_id_x = gpu.thread_id  x
                  %block_id_y = gpu.block_id  y
                  %block_dim_z = gpu.block_dim  z
                  %grid_dim_x = gpu.grid_dim  x
                  %cluster_id_x = gpu.cluster_id  x
                  %cluster_block_id_x = gpu.cluster_block_id  x
                  %cluster_dim_x = gpu.cluster_dim  x
                  %cluster_dim_blocks_x = gpu.cluster_dim_blocks  x
                  %global_id_x = gpu.global_id  x
                  %0 = gpu.lane_id
                  %1 = gpu.subgroup_id : index
                  %2 = gpu.num_subgroups : index
                  %3 = gpu.subgroup_size : index
                  %shuffleResult, %valid = gpu.shuffle  down %arg0, %arg1, %arg2 : f32
                  %4 = gpu.all_reduce  add %shuffleResult {
                  } : (f32) -> f32
                  %5 = gpu.subgroup_reduce  maximumf %arg0 : (f32) -> f32
                  gpu.barrier
                  gpu.printf "%d", %arg1 : i32
                  gpu.return
                }
              }
            }

            """);
  }

  @Test
  void argumentsAndAttributionsAreToldApart() {
    assertThat(kernel.isKernel()).isTrue();
    assertThat(kernel.symName().value()).isEqualTo("k");
    assertThat(kernel.arguments()).isEqualTo(kernel.entry().arguments().subList(0, 3));
    assertThat(kernel.workgroupAttributions()).isEqualTo(kernel.entry().arguments().subList(3, 4));
    assertThat(kernel.privateAttributions()).isEmpty();
    kernel.entry().addArgument(BUFFER, module.location());
    assertThat(kernel.workgroupAttributions()).hasSize(1);
    assertThat(kernel.privateAttributions()).isEqualTo(kernel.entry().arguments().subList(4, 5));
  }

  @Test
  void whatLanesHandEachOtherIsReadAndNotWritten() {
    Value x = kernel.arguments().get(0);
    Value offset = kernel.arguments().get(1);
    Accesses shuffle = Accesses.of(ShuffleOp.create(inside, ShuffleMode.IDX, x, offset, offset));
    Accesses reduce = Accesses.of(SubgroupReduceOp.create(inside, AllReduceOperation.ADD, x));
    assertThat(shuffle.isEmpty()).isFalse();
    assertThat(shuffle.isErasableWhenUnused()).isTrue();
    assertThat(reduce).isEqualTo(shuffle);
    assertThat(Accesses.of(ThreadIdOp.create(inside, Dimension.X)).isEmpty()).isTrue();
    assertThat(Accesses.of(BarrierOp.create(inside)).unknown()).isTrue();
    assertThat(Accesses.of(AllReduceOp.create(inside, AllReduceOperation.ADD, x)).unknown())
        .isTrue();
    assertThat(Accesses.of(PrintfOp.create(inside, "", List.of())).mayWrite()).isTrue();
  }

  private Operation parse(String text) {
    Operation parsed =
        Parser.parse(
            SourceText.of("test.mlir", text),
            DIALECTS,
            ParseOptions.STRICT,
            Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    return Objects.requireNonNull(parsed);
  }

  private String print() {
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    return Printer.print(module);
  }
}
