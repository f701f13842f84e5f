// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.cuda.runtime.Context;
import dev.azulejo.cuda.runtime.CudaEvent;
import dev.azulejo.cuda.runtime.CudaException;
import dev.azulejo.cuda.runtime.CudaModule;
import dev.azulejo.cuda.runtime.CudaStream;
import dev.azulejo.cuda.runtime.CudaUnavailableException;
import dev.azulejo.cuda.runtime.LoadReport;
import dev.azulejo.cuda.runtime.call.KernelCall;
import dev.azulejo.cuda.runtime.manifest.KernelManifest;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Functions;
import dev.azulejo.tools.execution.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a compiled kernel on a GPU. Each run is two: where nobody writes, memory holds what it held
 * before, which differs between them; everything else must agree bit for bit.
 */
final class DevicePlace implements Place {
  private static final byte[] POISONS = {(byte) 0xFF, 0x5A};
  private static final int WARM = 10;

  private final Kernel kernel;
  private final Location place;
  private final Context context;
  private final CudaStream stream;
  private final List<KernelCall> calls = new ArrayList<>();
  private final List<DeviceArgument> arguments = new ArrayList<>();

  private DevicePlace(Kernel kernel, Context context) {
    this.kernel = kernel;
    this.place = kernel.function().location();
    this.context = context;
    this.stream = context.newStream();
  }

  /** Loads a program onto a GPU, and makes room for its arguments. */
  static DevicePlace open(Kernel kernel, DeviceProgram program, Gpu gpu, Diagnostics diagnostics)
      throws Failure {
    Location place = kernel.function().location();
    String name = kernel.function().symName().value();
    List<KernelManifest> kernels = new ArrayList<>(program.manifest().kernels());
    kernels.removeIf(each -> !Functions.isKernelOf(name, each.name()));
    if (kernels.isEmpty()) {
      throw new Failure(Diagnostic.error(place, "the passes left no kernel to run on a GPU"));
    }
    try {
      DevicePlace made = new DevicePlace(kernel, gpu.driver().get().device(0).open());
      try {
        made.load(program.ptx(), kernels, gpu, diagnostics);
      } catch (RuntimeException | Failure failed) {
        made.context.close();
        throw failed;
      }
      return made;
    } catch (CudaUnavailableException missing) {
      throw new Failure(
          Diagnostic.error(
                  place,
                  "running it on a GPU needs the CUDA driver: %s",
                  String.valueOf(missing.getMessage()))
              .note(place, "--on=simulator runs it without a GPU"));
    } catch (CudaException failed) {
      throw failure(place, failed);
    }
  }

  private static Failure failure(Location place, CudaException failed) {
    return new Failure(
        Diagnostic.error(place, "the GPU's driver: %s", String.valueOf(failed.getMessage())));
  }

  private void load(String ptx, List<KernelManifest> kernels, Gpu gpu, Diagnostics diagnostics)
      throws Failure {
    CudaModule module = gpu.loader().get().load(context, ptx);
    LoadReport report = module.report();
    if (!report.remark().isEmpty()) {
      diagnostics.remark(place, "machine code made by %s: %s", maker(report), report.remark());
    }
    List<Argument> values = kernel.inputs().arguments();
    for (int i = 0; i < values.size(); i++) {
      boolean isResult = !kernel.inputs().hasData(i);
      arguments.add(
          switch (values.get(i)) {
            case Argument.Memory(Buffer buffer) ->
                new DeviceArgument.Memory(
                    kernel.parameters().get(i),
                    buffer,
                    isResult,
                    new GuardedBuffer(context, buffer.byteCount(), buffer.type().byteSize()));
            case Argument.Scalar(long bits) ->
                new DeviceArgument.Scalar(kernel.parameters().get(i), bits);
          });
    }
    for (KernelManifest manifest : kernels) {
      calls.add(call(module, manifest));
    }
  }

  private static String maker(LoadReport report) {
    return switch (report.way()) {
      case GIVEN -> "someone else";
      case ASSEMBLED, CACHED -> "ptxas";
      case DRIVER -> "the driver";
    };
  }

  private KernelCall call(CudaModule module, KernelManifest manifest) throws Failure {
    try {
      KernelCall call = new KernelCall(module, manifest);
      for (int i = 0; i < arguments.size(); i++) {
        arguments.get(i).set(call, manifest.arguments().get(i));
      }
      return call;
    } catch (IllegalArgumentException refused) {
      throw new Failure(
          Diagnostic.error(place, "can't be launched: %s", String.valueOf(refused.getMessage())));
    }
  }

  @Override
  public Outcome run(long seed) throws Failure {
    try {
      List<byte[]> first = runWith(POISONS[0]);
      List<byte[]> second = runWith(POISONS[1]);
      List<Outcome.Value> values = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i) instanceof DeviceArgument.Memory memory) {
          values.add(memory.result(first.get(i), POISONS[0], second.get(i), POISONS[1]));
        }
      }
      return new Outcome(values, List.of());
    } catch (CudaException failed) {
      throw failure(place, failed);
    }
  }

  /** Runs all kernels on fresh data; what buffers hold then, and nothing for scalars. */
  private List<byte[]> runWith(byte poison) throws Failure {
    write(poison);
    launch();
    stream.synchronize();
    List<byte[]> images = new ArrayList<>();
    for (DeviceArgument argument : arguments) {
      images.add(
          switch (argument) {
            case DeviceArgument.Memory memory -> memory.read();
            case DeviceArgument.Scalar _ -> new byte[0];
          });
    }
    return images;
  }

  private void write(byte poison) {
    for (DeviceArgument argument : arguments) {
      if (argument instanceof DeviceArgument.Memory memory) {
        memory.write(poison);
      }
    }
  }

  private void launch() throws Failure {
    try {
      for (KernelCall call : calls) {
        call.enqueue(stream);
      }
    } catch (IllegalArgumentException refused) {
      throw new Failure(
          Diagnostic.error(place, "can't be launched: %s", String.valueOf(refused.getMessage())));
    }
  }

  /** How long the kernels take together: the median of so many times, in microseconds. */
  double microseconds(int times) throws Failure {
    float[] measured = new float[times];
    write(POISONS[0]);
    try (CudaEvent begin = context.newEvent();
        CudaEvent end = context.newEvent()) {
      for (int i = -WARM; i < times; i++) {
        begin.record(stream);
        launch();
        end.record(stream);
        end.synchronize();
        if (i >= 0) {
          measured[i] = end.millisecondsSince(begin);
        }
      }
    } catch (CudaException failed) {
      throw failure(place, failed);
    }
    Arrays.sort(measured);
    return 1e3 * measured[times / 2];
  }

  @Override
  public void close() throws Failure {
    try {
      context.close();
    } catch (CudaException failed) {
      throw failure(place, failed);
    }
  }
}
