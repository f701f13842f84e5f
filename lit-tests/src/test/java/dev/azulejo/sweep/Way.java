// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.PassInstance;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineElement;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A way down to pipelined loops that are carried out. */
enum Way {
  /** Asynchronous copies in groups. */
  AMPERE("sm_80", true),
  /** Roles, where loads allow it. */
  HOPPER_WITH_ROLES("sm_90a", true),
  /** As if nobody could divide warps. */
  HOPPER_WITHOUT_ROLES("sm_90a", false);

  private static final String MODULE = "builtin.module";

  private final String target;
  private final boolean hasRoles;

  Way(String target, boolean hasRoles) {
    this.target = target;
    this.hasRoles = hasRoles;
  }

  String target() {
    return target;
  }

  /** All passes that it takes, each with the name of what it runs on. */
  List<Pipeline> passes(Catalog catalog) {
    String text = Objects.requireNonNull(catalog.passes().pipeline("tile-to-ptx")).text();
    Pipeline all =
        new PipelineParser(catalog.passes(), Diagnostics.silent()).parseShort(MODULE, text);
    List<Pipeline> passes = new ArrayList<>();
    collect(Objects.requireNonNull(all).downTo(Rung.PIPELINE), passes);
    return passes;
  }

  private void collect(Pipeline pipeline, List<Pipeline> into) {
    for (PipelineElement element : pipeline.elements()) {
      switch (element) {
        case Pipeline nested -> collect(nested, into);
        case PassInstance pass -> {
          if (hasRoles || !pass.name().equals("warp-specialize")) {
            Pipeline alone = new Pipeline(pipeline.anchor(), List.of(pass));
            into.add(
                pipeline.anchor().equals(MODULE) ? alone : new Pipeline(MODULE, List.of(alone)));
          }
        }
      }
    }
  }
}
