// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassInstance;
import dev.azulejo.ir.pass.PassOptions;
import dev.azulejo.ir.pass.PassRegistry;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineElement;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check that nobody waits for ever, in pipelines: it stands behind the last pass that decides
 * who waits for whom, and behind what follows it on its rung.
 */
public final class ScheduleCheck {
  /** The pass that checks. */
  public static final String PASS = "verify-barriers";

  private ScheduleCheck() {}

  /** The same pipeline with the check, unless it has it where it must be, or without any. */
  public static Pipeline in(Pipeline pipeline, PassRegistry passes, boolean isWanted) {
    if (!isWanted) {
      return without(pipeline);
    }
    PassFactory check = passes.pass(PASS);
    Pipeline checked = check == null ? null : behindLast(pipeline, check);
    return checked == null ? pipeline : checked;
  }

  private static Pipeline without(Pipeline pipeline) {
    List<PipelineElement> kept = new ArrayList<>();
    for (PipelineElement element : pipeline.elements()) {
      switch (element) {
        case PassInstance pass when pass.name().equals(PASS) -> {}
        case PassInstance pass -> kept.add(pass);
        case Pipeline nested -> kept.add(without(nested));
      }
    }
    return new Pipeline(pipeline.anchor(), kept);
  }

  /** The first place from somewhere on behind which programs are lowered. */
  private static int endOfRung(List<PipelineElement> elements, int from) {
    int at = from;
    while (at < elements.size()
        && elements.get(at) instanceof PassInstance pass
        && pass.reaches().compareTo(Rung.PIPELINE) <= 0) {
      at++;
    }
    return at;
  }

  /** A pipeline with the check; the same one where it has it; null where nothing asks for it. */
  private static @Nullable Pipeline behindLast(Pipeline pipeline, PassFactory check) {
    List<PipelineElement> elements = new ArrayList<>(pipeline.elements());
    for (int i = elements.size() - 1; i >= 0; i--) {
      switch (elements.get(i)) {
        case PassInstance pass when pass.name().equals(PASS) -> {
          return pipeline;
        }
        case PassInstance pass when pass.factory().schedules() -> {
          elements.add(
              endOfRung(elements, i + 1),
              PassInstance.of(check, PassOptions.defaults(check.options())));
          return new Pipeline(pipeline.anchor(), elements);
        }
        case PassInstance _ -> {}
        case Pipeline nested -> {
          Pipeline checked = behindLast(nested, check);
          if (checked != null) {
            elements.set(i, checked);
            return new Pipeline(pipeline.anchor(), elements);
          }
        }
      }
    }
    return null;
  }
}
