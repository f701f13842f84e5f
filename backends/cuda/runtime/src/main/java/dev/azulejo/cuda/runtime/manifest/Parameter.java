// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import dev.azulejo.cuda.runtime.ParameterKind;
import dev.azulejo.cuda.runtime.TensorElement;
import dev.azulejo.cuda.runtime.TensorSwizzle;
import java.util.List;

/** What a kernel takes in one place. */
public sealed interface Parameter {

  /** Its name: an argument's, or that of what is computed. */
  String name();

  /** What is written in its place. */
  ParameterKind kind();

  /** The address of a buffer argument. */
  record Pointer(String name) implements Parameter {
    @Override
    public ParameterKind kind() {
      return ParameterKind.POINTER;
    }
  }

  /** A number argument. */
  record Scalar(String name, ParameterKind kind) implements Parameter {}

  /** A 32- or 64-bit integer computed from the arguments. */
  record Computed(String name, ParameterKind kind, IntegerExpression value) implements Parameter {}

  /**
   * A tensor map of a buffer argument. Dimensions go from the innermost outwards.
   *
   * @param element what the copy engine takes the elements for
   * @param sizes elements along each dimension
   * @param strides bytes from one row to the next along each dimension but the innermost
   * @param box elements of a box along each dimension
   * @param swizzle how a box is scattered over shared memory
   */
  record Map(
      String name,
      TensorElement element,
      List<IntegerExpression> sizes,
      List<IntegerExpression> strides,
      List<Integer> box,
      TensorSwizzle swizzle)
      implements Parameter {

    /** Copies the lists. */
    public Map {
      sizes = List.copyOf(sizes);
      strides = List.copyOf(strides);
      box = List.copyOf(box);
    }

    @Override
    public ParameterKind kind() {
      return ParameterKind.TENSOR_MAP;
    }
  }
}
