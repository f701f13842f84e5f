// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.func.ReturnOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.analysis.Symbols;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a kernel of each launch, in instructions of PTX.
 *
 * <p>Requires in each {@code tile.launch} what one thread does: {@code scf}, {@code arith}, {@code
 * math}, {@code memref}, one-dimensional vectors, {@code gpu} and instructions of PTX. Gives a
 * {@code ptx.kernel} of the function's name for it; further launches of a function have a number
 * behind the name. Its parameters are the function's arguments that it uses, the sizes of them that
 * it needs, and the indices that the function computes for it; {@code ptx.launch} says these and
 * the grid as expressions over the arguments, for who launches. Functions go away: all that they do
 * is in the kernels. One without a launch goes with a remark. What has no instructions is an error.
 */
@PassDef(
    name = "convert-to-ptx",
    anchor = "builtin.module",
    summary = "Make kernels of launches, in instructions of PTX",
    from = Rung.THREAD,
    downTo = Rung.TARGET)
public final class ConvertToPtxPass implements Pass {

  /** A pass; it has nothing to choose. */
  public ConvertToPtxPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<FuncOp> functions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Operation op : root.region(0).entry()) {
      String name = Symbols.name(op);
      if (name != null) {
        names.add(name);
      }
      if (op instanceof FuncOp function) {
        functions.add(function);
      }
    }
    boolean changed = false;
    for (FuncOp function : functions) {
      changed |= convert(function, names, context);
    }
    return Change.of(changed);
  }

  private static boolean convert(FuncOp function, Set<String> names, PassContext context) {
    List<LaunchOp> launches = LaunchOp.allIn(function);
    if (launches.isEmpty()) {
      // A private function serves others, such as a reference: nobody expects a kernel of it.
      if (!function.isPrivate()) {
        context.remark(function, "launches nothing, so no kernel is made of it");
      }
      function.erase();
      return true;
    }
    if (!doesNothingElse(function, context)) {
      return false;
    }
    boolean good = true;
    for (LaunchOp launch : launches) {
      String stem = function.symName().value();
      String name = launch == launches.getFirst() ? stem : unused(stem, names);
      try {
        new KernelOutline(function, launch).make(name);
        KernelBudget.report(launch, name, context);
      } catch (Unconvertible failure) {
        context.diagnostics().report(failure.diagnostic());
        good = false;
      }
    }
    if (good) {
      function.erase();
    }
    return true;
  }

  private static String unused(String stem, Set<String> names) {
    int number = 1;
    while (!names.add(stem + "_" + number)) {
      number++;
    }
    return stem + "_" + number;
  }

  /** Reports what a function does besides launching, for which there is no host code. */
  private static boolean doesNothingElse(FuncOp function, PassContext context) {
    boolean good = true;
    for (Operation op : function.entry()) {
      boolean plain = touchesNothing(op) && op.regionCount() == 0;
      boolean ends = op instanceof ReturnOp && op.operandCount() == 0;
      if (!plain && !ends && !(op instanceof LaunchOp)) {
        context.error(
            op,
            "stands beside launches, where nothing but launches and what is computed for them"
                + " can be");
        good = false;
      }
    }
    return good;
  }

  private static boolean touchesNothing(Operation op) {
    if (op instanceof Accessing accessing) {
      List<Access> accesses = new ArrayList<>();
      accessing.accesses(accesses::add);
      return accesses.isEmpty();
    }
    return op instanceof Pure;
  }
}
