// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt.testing;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassOption;
import dev.azulejo.ir.pass.PassOptions;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.plugin.PassPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Passes that do what well-behaved passes seldom do, brought by a plugin. */
public final class TestPasses implements PassPlugin {

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
  public TestPasses() {}

  @Override
  public List<PassFactory> passes() {
    return List.of(
        new Factory("test-break", TestPasses::breakDown),
        new Factory("test-fail", TestPasses::fail),
        new Factory("test-forget-waits", TestPasses::forgetWaits),
        new Factory("test-mark", TestPasses::mark),
        new Factory("test-nothing", (_, _) -> Change.NONE),
        new Factory("test-remark", TestPasses::remark),
        new Factory("test-spoil", TestPasses::spoil),
        new Factory("test-swap", TestPasses::swap));
  }

  private static Change breakDown(Operation root, PassContext context) {
    throw new IllegalStateException("out of chalk");
  }

  private static Change fail(Operation root, PassContext context) {
    context.error(root, "is not to my liking");
    return Change.NONE;
  }

  private static Change forgetWaits(Operation root, PassContext context) {
    List<Operation> waits = new ArrayList<>();
    root.walk(op -> {
      if (op.name().equals("pipeline.wait_group")) {
        waits.add(op);
      }
    });
    waits.forEach(Operation::erase);
    return Change.of(!waits.isEmpty());
  }

  private static Change mark(Operation root, PassContext context) {
    root.setAttribute("tile.target", StringAttr.of("sm_90a"));
    context.count(new Statistic("marks", "functions marked"), 1);
    return Change.SOME;
  }

  /** The later a function, the sooner it is done. */
  private static Change remark(Operation root, PassContext context) {
    long place = 0;
    for (Operation op = root.next(); op != null; op = op.next()) {
      place++;
    }
    try {
      Thread.sleep(place);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    context.remark(root, "not improved: %d follow", place);
    return Change.NONE;
  }

  private static Change spoil(Operation root, PassContext context) {
    root.removeAttribute("sym_name");
    return Change.SOME;
  }

  /** Takes differences the other way round. */
  private static Change swap(Operation root, PassContext context) {
    boolean[] changed = new boolean[1];
    root.walk(op -> {
      if (op.name().startsWith("arith.sub")) {
        Value left = op.operand(0);
        op.setOperand(0, op.operand(1));
        op.setOperand(1, left);
        changed[0] = true;
      }
    });
    return Change.of(changed[0]);
  }
}
