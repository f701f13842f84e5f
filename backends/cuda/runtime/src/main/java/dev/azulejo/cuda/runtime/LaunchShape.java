// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

/**
 * What of a launch stays the same from one to the next.
 *
 * @param block threads in a block
 * @param cluster blocks in a cluster; {@link Dim3#ONE} for none
 * @param sharedBytes dynamic shared memory of a block
 * @param cooperative whether all blocks run at once and may wait for each other
 * @param overlapping whether it may begin before the stream's previous kernel has ended
 */
public record LaunchShape(
    Dim3 block, Dim3 cluster, int sharedBytes, boolean cooperative, boolean overlapping) {

  /** Refuses a negative size. */
  public LaunchShape {
    if (sharedBytes < 0) {
      throw new IllegalArgumentException("shared memory of " + sharedBytes + " bytes");
    }
  }

  /** So many threads a block, and nothing else asked for. */
  public static LaunchShape of(Dim3 block) {
    return new LaunchShape(block, Dim3.ONE, 0, false, false);
  }

  /** The same with clusters. */
  public LaunchShape withCluster(Dim3 blocks) {
    return new LaunchShape(block, blocks, sharedBytes, cooperative, overlapping);
  }

  /** The same with dynamic shared memory. */
  public LaunchShape withShared(int bytes) {
    return new LaunchShape(block, cluster, bytes, cooperative, overlapping);
  }

  /** The same with blocks that may wait for each other. */
  public LaunchShape withCooperation() {
    return new LaunchShape(block, cluster, sharedBytes, true, overlapping);
  }

  /** The same with leave to begin early; the kernel waits by itself for what it reads. */
  public LaunchShape withOverlap() {
    return new LaunchShape(block, cluster, sharedBytes, cooperative, true);
  }
}
