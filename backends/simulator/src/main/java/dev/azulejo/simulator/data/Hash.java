// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

/**
 * The pseudo-random numbers of the kernel suite, a pure function of seed and index: the output
 * function of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * 2014) over a counter.
 */
final class Hash {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** 64 bits; different for different indices of one seed. */
  static long of(long seed, long index) {
    return mix(mix(seed) + (index + 1) * STEP);
  }

  /** A multiple of 2^-24 in [0, 1). */
  static double unit(long seed, long index) {
    return (of(seed, index) >>> 40) * 0x1p-24;
  }

  private static long mix(long bits) {
    long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
