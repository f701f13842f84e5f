// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.fake.FakeFunctions;
import dev.azulejo.cuda.fake.FakeKernel;
import dev.azulejo.cuda.fake.FakeLaunch;
import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LaunchExpression;
import dev.azulejo.dialect.ptx.LaunchParameter;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.PassRunner;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.ir.pass.RunOptions;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.simulator.Elements;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lets a driver made of upcall stubs run the kernels of a program, whose buffers have static sizes:
 * in the simulator, on the lowest rung, on the memory that the launch names.
 */
final class SimulatedGpu {
  private static final int POINTER_BYTES = 8;

  private final Operation module;
  private final List<String> said = new ArrayList<>();

  private SimulatedGpu(Operation module) {
    this.module = module;
  }

  /** Hands the kernels of a program to a driver; what goes wrong in them comes into the list. */
  static List<String> install(String program, FakeDriver fake) {
    Catalog catalog = Catalog.shipped();
    List<String> said = new ArrayList<>();
    Diagnostics diagnostics = new Diagnostics(diagnostic -> said.add(diagnostic.message()));
    Operation module =
        Objects.requireNonNull(
                Parser.parseFile(
                    new SourceText("gpu.tir", program.getBytes(StandardCharsets.UTF_8)),
                    catalog.dialects(),
                    ParseOptions.STRICT,
                    diagnostics))
            .module();
    var pipeline =
        Objects.requireNonNull(
            new PipelineParser(catalog.passes(), diagnostics)
                .parseShort("builtin.module", "tile-to-ptx"));
    if (new PassRunner(catalog.dialects(), RunOptions.defaults())
        .run(pipeline, module, diagnostics)
        .failed()) {
      throw new AssertionError(said);
    }
    SimulatedGpu gpu = new SimulatedGpu(module);
    for (Operation op : module.region(0).entry()) {
      if (op instanceof KernelOp kernel) {
        KernelLaunch launch = Objects.requireNonNull(KernelLaunch.of(kernel));
        int[] bytes = new int[launch.parameters().size()];
        for (int i = 0; i < bytes.length; i++) {
          boolean isMap = launch.parameters().get(i) instanceof LaunchParameter.Map;
          bytes[i] = isMap ? ParameterType.TENSOR_MAP_BYTES : POINTER_BYTES;
        }
        fake.device()
            .kernel(
                kernel.symName().value(),
                FakeKernel.of(asked -> gpu.run(kernel, launch, asked), bytes));
      }
    }
    return gpu.said;
  }

  private void run(KernelOp kernel, KernelLaunch launch, FakeLaunch asked) {
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < launch.arguments().size(); i++) {
      MemRefType type = (MemRefType) launch.arguments().get(i).type();
      Tensor tensor =
          new Tensor(
              "arg" + i, Objects.requireNonNull(Elements.find(type.elementType())), type.shape());
      int parameter = parameter(launch, i);
      if (parameter >= 0) {
        tensor.setBytes(memory(asked, parameter, tensor).toArray(ValueLayout.JAVA_BYTE));
      }
      arguments.add(new Argument.Memory(Buffer.of(tensor)));
    }
    new Simulator(module, SimulatorOptions.DEFAULT, Progress.NONE)
        .run(kernel, arguments, new Diagnostics(diagnostic -> said.add(diagnostic.message())));
    for (int i = 0; i < arguments.size(); i++) {
      int parameter = parameter(launch, i);
      if (parameter >= 0 && arguments.get(i) instanceof Argument.Memory(Buffer buffer)) {
        Tensor tensor = buffer.toTensor("arg" + i);
        memory(asked, parameter, tensor).copyFrom(MemorySegment.ofArray(tensor.toBytes()));
      }
    }
  }

  /** The parameter that has the address of a buffer, or its map, which begins with the address. */
  private static int parameter(KernelLaunch launch, int argument) {
    for (int i = 0; i < launch.parameters().size(); i++) {
      boolean isIt =
          switch (launch.parameters().get(i)) {
            case LaunchParameter.Value(LaunchExpression.Argument(int index)) -> index == argument;
            case LaunchParameter.Map(int index, var _) -> index == argument;
            case LaunchParameter.Value _ -> false;
          };
      if (isIt) {
        return i;
      }
    }
    return -1;
  }

  private static MemorySegment memory(FakeLaunch asked, int parameter, Tensor tensor) {
    return FakeFunctions.memory(asked.word(parameter, 0), tensor.toBytes().length);
  }
}
