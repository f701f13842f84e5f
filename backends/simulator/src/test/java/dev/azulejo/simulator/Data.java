// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Generator;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;

/** Data that tests run on. */
final class Data {
  private Data() {}

  /** Elements that a generator makes. */
  static Tensor of(String generator, long seed, ElementType type, long... shape) {
    Tensor tensor = new Tensor("data", type, shape);
    Generator.parse(generator).fill(tensor, seed);
    return tensor;
  }

  /** Room for results. */
  static Buffer room(ElementType type, long... shape) {
    return Buffer.poisoned(type, shape);
  }

  /** Some numbers. */
  static Buffer buffer(ElementType type, long[] shape, double... values) {
    Tensor tensor = new Tensor("data", type, shape);
    for (int i = 0; i < values.length; i++) {
      tensor.setValue(i, values[i]);
    }
    return Buffer.of(tensor);
  }

  /** The numbers of a buffer; NaN for what has not been written. */
  static double[] values(Buffer buffer) {
    double[] values = new double[buffer.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.isWritten(i) ? buffer.type().value(buffer.bits(i)) : Double.NaN;
    }
    return values;
  }
}
