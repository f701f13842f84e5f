// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Generator;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.BankUse;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small whole numbers for all buffers of a kernel but the last, which holds its results. */
final class KernelData {
  private static final long MAX_STEPS = 20_000_000;

  private final List<Tensor> data;

  private KernelData(List<Tensor> data) {
    this.data = data;
  }

  /**
   * What a run came to.
   *
   * @param problems what was said of it
   * @param bits the elements of the results, where nothing was; null for one that nobody wrote
   * @param banks how it used the banks of shared memory
   */
  record Result(List<String> problems, List<@Nullable Long> bits, List<BankUse> banks) {}

  static KernelData of(KernelOp kernel) {
    List<Tensor> data = new ArrayList<>();
    for (KernelLaunch.Argument argument :
        Objects.requireNonNull(KernelLaunch.of(kernel)).arguments()) {
      var type = (MemRefType) argument.type();
      var tensor =
          new Tensor(
              "argument " + data.size(),
              ElementType.find(AsmText.ofType(type.elementType())).orElseThrow(),
              type.shape());
      new Generator.Integers(-2, 2).fill(tensor, data.size());
      data.add(tensor);
    }
    return new KernelData(data);
  }

  /** Runs a kernel on the data. */
  Result run(KernelOp kernel) {
    return run(kernel, 1);
  }

  /** Runs a kernel on the data, its warps in an order that a seed chooses. */
  Result run(KernelOp kernel, long seed) {
    Tensor last = data.getLast();
    Buffer result = Buffer.poisoned(last.type(), last.shape());
    List<Argument> arguments = new ArrayList<>();
    for (Tensor tensor : data.subList(0, data.size() - 1)) {
      arguments.add(new Argument.Memory(Buffer.of(tensor)));
    }
    arguments.add(new Argument.Memory(result));
    List<Diagnostic> said = new ArrayList<>();
    var simulator = new Simulator(kernel, new SimulatorOptions(seed, MAX_STEPS), Progress.NONE);
    simulator.run(kernel, arguments, Diagnostics.into(said));
    List<String> problems = said.stream().map(Diagnostic::message).toList();
    List<@Nullable Long> bits = new ArrayList<>();
    for (int i = 0; problems.isEmpty() && i < result.count(); i++) {
      bits.add(result.isWritten(i) ? result.bits(i) : null);
    }
    return new Result(problems, bits, simulator.bankUse());
  }
}
