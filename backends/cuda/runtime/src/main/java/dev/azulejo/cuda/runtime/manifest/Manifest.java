// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import java.util.List;
import java.util.Optional;

/**
 * The kernels of one piece of code. As text:
 *
 * <pre>
 * azulejo-kernels 1
 * kernel matmul
 *   argument A buffer f16 2 sizes ?, 64 names M, ? divisors 16, 1
 *   argument alpha f32
 *   parameter pointer A
 *   parameter f32 alpha
 *   parameter i32 rows = dim(A, 0)
 *   parameter map A f16 sizes dim(A, 1), dim(A, 0) strides 2 * dim(A, 1) box 64, 64 swizzle 128
 *   grid ceildiv(dim(A, 0), 128), 1, 1
 *   block 128, 1, 1
 *   cluster 2, 1, 1
 *   shared 49152
 *   cooperative
 *   overlapping
 * </pre>
 *
 * Only {@code grid} and {@code block} have to be there; a line that begins with {@code #} is a
 * comment. A size of {@code ?} is free, sizes of one name must be equal, and each size must be a
 * multiple of its divisor.
 *
 * @param kernels in the order of the text
 */
public record Manifest(List<KernelManifest> kernels) {

  /** Copies the list. */
  public Manifest {
    kernels = List.copyOf(kernels);
  }

  /**
   * Reads text.
   *
   * @throws ManifestException if it is none, or names what it does not declare
   */
  public static Manifest parse(String text) {
    return new ManifestReader(text).read();
  }

  /** A kernel by its name. */
  public Optional<KernelManifest> kernel(String name) {
    for (KernelManifest kernel : kernels) {
      if (kernel.name().equals(name)) {
        return Optional.of(kernel);
      }
    }
    return Optional.empty();
  }

  /** The text, which {@link #parse} reads back to an equal manifest. */
  public String text() {
    return ManifestWriter.write(this);
  }
}
