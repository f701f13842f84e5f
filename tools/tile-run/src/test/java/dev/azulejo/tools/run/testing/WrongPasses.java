// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run.testing;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassOption;
import dev.azulejo.ir.pass.PassOptions;
import dev.azulejo.ir.plugin.PassPlugin;
import java.util.List;
import java.util.function.BiFunction;

/** Passes that make programs mean something else, brought by a plugin. */
public final class WrongPasses implements PassPlugin {

  private record Factory(String name, BiFunction<Operation, PassContext, Change> work)
      implements PassFactory {
    @Override
    public String summary() {
      return "Made for tests";
    }

    @Override
    public String anchor() {
      return "func.func";
    }

    @Override
    public List<PassOption> options() {
      return List.of();
    }

    @Override
    public Pass create(PassOptions options) {
      return work::apply;
    }
  }

  /** Found as a service. */
  public WrongPasses() {}

  @Override
  public List<PassFactory> passes() {
    return List.of(
        new Factory("test-touch", (_, _) -> Change.SOME),
        new Factory("test-one-trip-less", WrongPasses::oneTripLess),
        new Factory("test-one-group-more", WrongPasses::oneGroupMore));
  }

  private static Change oneTripLess(Operation root, PassContext context) {
    return add(root, "pipeline.for", "upper", -1);
  }

  private static Change oneGroupMore(Operation root, PassContext context) {
    return add(root, "pipeline.wait_group", "pending", 1);
  }

  private static Change add(Operation root, String name, String attribute, long addend) {
    root.walk(op -> {
      if (op.name().equals(name) && op.attribute(attribute) instanceof IntegerAttr number) {
        op.setAttribute(attribute, IntegerAttr.of(number.type(), number.longValue() + addend));
      }
    });
    return Change.SOME;
  }
}
