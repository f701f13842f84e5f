// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.instruction.Architecture;
import dev.azulejo.dialect.ptx.instruction.Version;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes text of PTX of a module of kernels. */
public final class PtxEmitter {
  private final Diagnostics diagnostics;
  private final boolean withLocations;

  /**
   * An emitter.
   *
   * @param diagnostics hears of what can't be printed
   * @param withLocations whether comments say where instructions come from
   */
  public PtxEmitter(Diagnostics diagnostics, boolean withLocations) {
    this.diagnostics = diagnostics;
    this.withLocations = withLocations;
  }

  /**
   * The text of all kernels of a module that the verifier has seen, or null where that has errors,
   * which have been reported.
   */
  public @Nullable PtxModule emit(Operation module) {
    List<KernelOp> kernels = kernels(module);
    if (kernels == null) {
      return null;
    }
    Architecture target = target(module, kernels);
    if (target == null) {
      return null;
    }
    Version version = target.version();
    boolean good = true;
    for (KernelOp kernel : kernels) {
      Version needed = new TargetCheck(target, diagnostics).version(kernel);
      good &= needed != null;
      version = needed == null ? version : version.max(needed);
    }
    return good ? print(kernels, target, version) : null;
  }

  private PtxModule print(List<KernelOp> kernels, Architecture target, Version version) {
    StringBuilder text = new StringBuilder();
    text.append(".version ").append(version).append('\n');
    text.append(".target ").append(target).append('\n');
    text.append(".address_size 64\n");
    List<KernelSummary> summaries = new ArrayList<>();
    for (KernelOp kernel : kernels) {
      KernelSymbols symbols = KernelSymbols.of(kernel);
      text.append('\n');
      new KernelHeader(kernel, symbols, text).print();
      new KernelBody(kernel, symbols, text, withLocations).print();
      summaries.add(symbols.summary());
    }
    return new PtxModule(text.toString(), summaries);
  }

  private @Nullable List<KernelOp> kernels(Operation module) {
    List<KernelOp> kernels = new ArrayList<>();
    boolean good = true;
    for (Region region : module.regions()) {
      for (Block block : region.blocks()) {
        for (Operation op : block) {
          if (op instanceof KernelOp kernel) {
            kernels.add(kernel);
          } else {
            diagnostics.report(op.error("stands beside kernels, but is no part of PTX"));
            good = false;
          }
        }
      }
    }
    if (good && kernels.isEmpty()) {
      diagnostics.report(module.error("has no kernel, so there is no PTX of it"));
      good = false;
    }
    return good ? kernels : null;
  }

  /** The one target of all kernels, or null after an error. */
  private @Nullable Architecture target(Operation module, List<KernelOp> kernels) {
    Target first = null;
    for (KernelOp kernel : kernels) {
      Target target = Target.of(kernel);
      if (target == null) {
        diagnostics.report(
            kernel.error("names no target: write 'tile.target' on it or its module"));
        return null;
      }
      if (first != null && !first.equals(target)) {
        diagnostics.report(
            kernel
                .error("is for %s, but PTX has one target", target.name())
                .note(kernels.getFirst().location(), "this is for %s", first.name()));
        return null;
      }
      first = target;
    }
    Architecture architecture = first == null ? null : Architecture.parse(first.name());
    if (architecture == null && first != null) {
      diagnostics.report(module.error("is for %s, which knows no PTX", first.name()));
    }
    return architecture;
  }
}
