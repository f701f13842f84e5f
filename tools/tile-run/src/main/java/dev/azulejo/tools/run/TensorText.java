// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.simulator.data.Tensor;
import java.util.Arrays;

/** Tensors as text for people, in nested brackets, one row a line. */
final class TensorText {
  private final Tensor tensor;
  private final long[] shape;
  private final StringBuilder text = new StringBuilder();

  private TensorText(Tensor tensor) {
    this.tensor = tensor;
    this.shape = tensor.shape();
  }

  /** A name, a shape, and all elements. */
  static String of(Tensor tensor) {
    TensorText writer = new TensorText(tensor);
    writer.text.append(tensor.name()).append(": ").append(tensor.type().keyword());
    writer.text.append(Arrays.toString(writer.shape)).append(" =\n");
    writer.write(0, 0, tensor.count());
    return writer.text.append('\n').toString();
  }

  private void write(int dimension, int first, int count) {
    if (dimension == shape.length) {
      text.append(tensor.type().text(tensor.bits(first)));
      return;
    }
    boolean isRow = dimension == shape.length - 1;
    int size = (int) shape[dimension];
    text.append('[');
    for (int i = 0; i < size && count > 0; i++) {
      if (i > 0) {
        text.append(isRow ? ", " : ",\n" + " ".repeat(dimension + 1));
      }
      write(dimension + 1, first + i * (count / size), count / size);
    }
    text.append(']');
  }
}
