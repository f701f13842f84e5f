// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.fake;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.azulejo.cuda.runtime.Dim3;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/**
 * What the driver was asked to launch.
 *
 * @param kernel the kernel's name
 * @param attributes launch attributes by number, their values' first 12 bytes as three integers
 * @param parameters copies of the arguments' bytes
 */
public record FakeLaunch(
    String kernel,
    Dim3 grid,
    Dim3 block,
    int sharedBytes,
    Map<Integer, List<Integer>> attributes,
    List<byte[]> parameters) {

  /** An argument of 64 bits. */
  public long int64(int parameter) {
    return segment(parameter).get(JAVA_LONG_UNALIGNED, 0);
  }

  /** A 64-bit word of an argument that has several. */
  public long word(int parameter, int index) {
    return segment(parameter).get(JAVA_LONG_UNALIGNED, 8L * index);
  }

  /** An argument of 32 bits. */
  public int int32(int parameter) {
    return segment(parameter).get(JAVA_INT_UNALIGNED, 0);
  }

  /** An argument of 16 bits. */
  public short int16(int parameter) {
    return segment(parameter).get(JAVA_SHORT_UNALIGNED, 0);
  }

  /** An argument. */
  public float float32(int parameter) {
    return segment(parameter).get(JAVA_FLOAT_UNALIGNED, 0);
  }

  /** An argument. */
  public double float64(int parameter) {
    return segment(parameter).get(JAVA_DOUBLE_UNALIGNED, 0);
  }

  private MemorySegment segment(int parameter) {
    return MemorySegment.ofArray(parameters.get(parameter));
  }
}
