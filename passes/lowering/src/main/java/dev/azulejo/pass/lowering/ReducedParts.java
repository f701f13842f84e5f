// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.PointTable;
import dev.azulejo.ir.layout.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of what is reduced each thread has in which register. An element is told by its
 * output, the combination that it goes into, and by its number among those of that output.
 */
final class ReducedParts {
  /** Where a thread has nothing. */
  static final int NONE = -1;

  private final int threads;
  private final int registers;
  private final int length;
  private final int inner;
  private final int[] elements;

  private ReducedParts(int threads, int registers, int length, int inner) {
    this.threads = threads;
    this.registers = registers;
    this.length = length;
    this.inner = inner;
    this.elements = new int[threads * registers];
    Arrays.fill(elements, NONE);
  }

  /**
   * The parts of a fragment; null where two elements share a register, or a thread is none of the
   * block.
   *
   * @param dimension the dimension that goes
   * @param threads how many threads the block has
   */
  static @Nullable ReducedParts of(Fragment fragment, int dimension, int threads) {
    Shape shape = fragment.inputShape();
    int inner = Math.toIntExact(shape.slice(dimension + 1, shape.rank()).count());
    int length = Math.toIntExact(shape.size(dimension));
    int registers = Math.toIntExact(fragment.outputShape().count());
    ReducedParts parts = new ReducedParts(threads, registers, length, inner);
    return parts.fill(fragment) ? parts : null;
  }

  /** What each thread has of a fragment that is not reduced: each element is an output. */
  static @Nullable ReducedParts ofOutputs(Fragment fragment, int threads) {
    int registers = Math.toIntExact(fragment.outputShape().count());
    ReducedParts parts = new ReducedParts(threads, registers, 1, 1);
    return parts.fill(fragment) ? parts : null;
  }

  private boolean fill(Fragment fragment) {
    PointTable table = fragment.joint().table();
    Shape outputs = table.outputs();
    long limit = outputs.size(outputs.rank() - 1);
    int replicas = Math.toIntExact(fragment.replicas());
    for (int point = 0; point < table.count(); point++) {
      long place = table.linear(point);
      long thread = place % limit;
      long register = place / limit;
      if (thread >= threads || register >= registers) {
        return false;
      }
      int at = (int) (thread * registers + register);
      if (elements[at] != NONE) {
        return false;
      }
      elements[at] = point / replicas;
    }
    return true;
  }

  int threads() {
    return threads;
  }

  int registers() {
    return registers;
  }

  /** How many elements an output combines. */
  int length() {
    return length;
  }

  boolean has(int thread, int register) {
    return elements[thread * registers + register] != NONE;
  }

  /** The output that an element goes into, in row-major order; {@link #NONE} for no element. */
  int output(int thread, int register) {
    int element = elements[thread * registers + register];
    return element == NONE ? NONE : element / (length * inner) * inner + element % inner;
  }

  /** The how manieth of its output an element is; {@link #NONE} for no element. */
  int number(int thread, int register) {
    int element = elements[thread * registers + register];
    return element == NONE ? NONE : element / inner % length;
  }
}
