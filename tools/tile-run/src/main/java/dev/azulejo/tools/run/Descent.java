// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.PassRegistry;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineElement;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.tools.program.ScheduleCheck;
import dev.azulejo.tools.program.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The passes that a program goes through before it runs: the ones asked for, then a way down. */
final class Descent {
  private static final String MODULE = "builtin.module";
  private static final String WAY_DOWN = "tile-to-ptx";

  private Descent() {}

  /** The passes that the command line asks for; null where it asks for none. */
  static @Nullable Pipeline of(Options options, PassRegistry passes, Diagnostics diagnostics)
      throws UsageException {
    PipelineParser parser = new PipelineParser(passes, diagnostics);
    if (options.pipeline() != null) {
      return checked(understood(parser.parse(options.pipeline())), options, passes);
    }
    List<PipelineElement> elements = new ArrayList<>();
    if (options.passes() != null) {
      elements.addAll(understood(parser.parseShort(MODULE, options.passes())).elements());
    }
    Rung rung = options.lowestRung();
    if (rung != Rung.TILE) {
      elements.addAll(understood(parser.parseShort(MODULE, WAY_DOWN)).downTo(rung).elements());
    }
    return elements.isEmpty() ? null : checked(new Pipeline(MODULE, elements), options, passes);
  }

  private static Pipeline checked(Pipeline pipeline, Options options, PassRegistry passes) {
    return ScheduleCheck.in(pipeline, passes, options.verifiesBarriers());
  }

  private static Pipeline understood(@Nullable Pipeline pipeline) throws UsageException {
    if (pipeline == null) {
      throw new UsageException("the passes to run first can't be understood");
    }
    return pipeline;
  }
}
