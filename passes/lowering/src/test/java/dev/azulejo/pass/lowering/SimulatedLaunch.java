// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.simulator.Elements;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs functions of rung 3 in the simulator, on tensors that lie in one row of bytes. What goes
 * wrong is an {@link AssertionError}.
 */
final class SimulatedLaunch {
  private SimulatedLaunch() {}

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Runs a launch's function; its arguments lie at these places. */
  static void run(LaunchOp launch, ByteBuffer bytes, Map<Value, Long> places) {
    run(launch, bytes, places, Map.of());
  }

  /** Runs a launch's function; its arguments lie at these places, those of any shape have one. */
  static void run(
      LaunchOp launch, ByteBuffer bytes, Map<Value, Long> places, Map<Value, long[]> shapes) {
    FuncOp function = (FuncOp) Objects.requireNonNull(launch.parentOp());
    Operation module = Objects.requireNonNull(function.parentOp());
    List<Buffer> buffers = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (Value argument : function.arguments()) {
      MemRefType type = (MemRefType) argument.type();
      ElementType element = Objects.requireNonNull(Elements.find(type.elementType()));
      long[] shape = shapes.getOrDefault(argument, type.shape());
      Tensor tensor = new Tensor("data", element, shape);
      byte[] content = new byte[tensor.toBytes().length];
      bytes.get(Math.toIntExact(places.get(argument)), content);
      tensor.setBytes(content);
      buffers.add(Buffer.of(tensor));
      arguments.add(new Argument.Memory(buffers.getLast()));
    }
    List<Diagnostic> said = new ArrayList<>();
    new Simulator(module, SimulatorOptions.DEFAULT, Progress.NONE)
        .run(function, arguments, Diagnostics.into(said));
    if (!said.isEmpty()) {
      throw new AssertionError(said.getFirst().message());
    }
    for (int i = 0; i < buffers.size(); i++) {
      int place = Math.toIntExact(places.get(function.arguments().get(i)));
      bytes.put(place, buffers.get(i).toTensor("data").toBytes());
    }
  }

  /** The number that half of a word is. */
  static float number(long pair, int half, boolean isHalf) {
    short bits = (short) (pair >> (16 * half));
    return isHalf ? Float.float16ToFloat(bits) : Float.intBitsToFloat(bits << 16);
  }

  /** The bits of 16 that a number has exactly, which is given as those of 32. */
  static int narrow(int bits, boolean isHalf) {
    float real = Float.intBitsToFloat(bits);
    int narrowed = isHalf ? Float.floatToFloat16(real) : bits >>> 16;
    if (number(narrowed, 0, isHalf) != real) {
      throw new AssertionError(real + " is not exact");
    }
    return narrowed;
  }
}
