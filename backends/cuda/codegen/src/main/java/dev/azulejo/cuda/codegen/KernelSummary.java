// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.ir.diag.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one must know of a kernel to launch it.
 *
 * @param name its name
 * @param parameters the types of its parameters in order: {@code ptr}, {@code i32}, {@code
 *     tensormap}
 * @param maxThreads the most threads of a block, one number a dimension; none where it says nothing
 * @param cluster the blocks of a cluster, one number a dimension; none where it has no clusters
 * @param staticShared the bytes of shared memory that it brings along
 * @param dynamicShared the bytes of shared memory that it must be launched with
 * @param launch how its function launches it, or null where nothing says it
 * @param location where it stands
 */
public record KernelSummary(
    String name,
    List<String> parameters,
    List<Long> maxThreads,
    List<Long> cluster,
    long staticShared,
    long dynamicShared,
    @Nullable KernelLaunch launch,
    Location location) {
  /** Copies the lists. */
  public KernelSummary {
    parameters = List.copyOf(parameters);
    maxThreads = List.copyOf(maxThreads);
    cluster = List.copyOf(cluster);
  }
}
