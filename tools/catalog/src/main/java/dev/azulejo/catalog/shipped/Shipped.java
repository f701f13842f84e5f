// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.catalog.shipped;

import dagger.Component;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.pass.NamedPipeline;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.pass.cleanup.CleanupPasses;
import dev.azulejo.pass.layout.LayoutPasses;
import dev.azulejo.pass.loop.LoopPasses;
import dev.azulejo.pass.lowering.LoweringPasses;
import dev.azulejo.pass.memory.MemoryPasses;
import dev.azulejo.pass.pipeline.PipelinePasses;
import dev.azulejo.pass.ptx.PtxPasses;
import dev.azulejo.pass.specialize.SpecializePasses;
import dev.azulejo.pass.verify.VerifyPasses;
import java.util.Map;

/** What we ship, by name. */
@Component(
    modules = {
      CleanupPasses.class,
      DialectModule.class,
      LayoutPasses.class,
      LoopPasses.class,
      LoweringPasses.class,
      MemoryPasses.class,
      PipelineModule.class,
      PipelinePasses.class,
      PtxPasses.class,
      SpecializePasses.class,
      VerifyPasses.class
    })
public interface Shipped {
  /** The dialects. */
  Map<String, Dialect> dialects();

  /** The passes. */
  Map<String, PassFactory> passes();

  /** The pipelines. */
  Map<String, NamedPipeline> pipelines();

  /** Makes it all. */
  static Shipped create() {
    return DaggerShipped.create();
  }
}
