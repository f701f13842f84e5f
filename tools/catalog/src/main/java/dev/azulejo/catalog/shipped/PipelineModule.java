// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.catalog.shipped;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.azulejo.ir.pass.NamedPipeline;

/** The pipelines that we ship, in alphabetical order. */
@Module
interface PipelineModule {
  @Provides
  @IntoMap
  @StringKey("cleanup")
  static NamedPipeline cleanup() {
    return new NamedPipeline(
        "cleanup", "Make IR simpler without changing its level", "canonicalize,cse");
  }

  @Provides
  @IntoMap
  @StringKey("sw-pipeline")
  static NamedPipeline softwarePipeline() {
    return new NamedPipeline(
        "sw-pipeline",
        "Overlap the iterations of pipelined loops",
        "if-stmt-binding,pipeline-planning,inject-sw-pipeline,verify-barriers");
  }

  @Provides
  @IntoMap
  @StringKey("tile-to-ptx")
  static NamedPipeline tileToPtx() {
    return new NamedPipeline(
        "tile-to-ptx",
        "Make kernels in PTX's instructions of tile programs",
        "materialize-ws-schedule,plan-clusters,persist-blocks,rasterize,instruction-annotation,"
            + "warp-specialize,multicast-loads,stage-stores,insert-phase-counters,promote-sums,schedule-chained-gemms,overlap-gemm,"
            + "verify-gemm-waits,annotate-register-allocation,if-stmt-binding,pipeline-planning,"
            + "inject-sw-pipeline,verify-barriers,inject-cp-async,legalize-memory-access,layout-inference,lower-tile-ops,"
            + "lower-shared-barrier,fuse-arrive-expect-tx,merge-shared-memory,inject-fence-proxy,insert-thread-sync,canonicalize,cse,"
            + "loop-invariant-code-motion,loop-strength-reduction,canonicalize,cse,convert-to-ptx");
  }

  @Provides
  @IntoMap
  @StringKey("ws-pipeline")
  static NamedPipeline warpSpecializedPipeline() {
    return new NamedPipeline(
        "ws-pipeline",
        "Divide warps into those that load and those that compute, and overlap what they do",
        "materialize-ws-schedule,plan-clusters,persist-blocks,rasterize,instruction-annotation,"
            + "warp-specialize,multicast-loads,stage-stores,insert-phase-counters,promote-sums,"
            + "schedule-chained-gemms,overlap-gemm,verify-gemm-waits,annotate-register-allocation,"
            + "verify-barriers");
  }
}
