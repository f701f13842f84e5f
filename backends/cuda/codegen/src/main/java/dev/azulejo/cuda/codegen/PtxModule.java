// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import java.util.List;

/**
 * A program as text of PTX.
 *
 * @param text it
 * @param kernels its kernels, in order
 */
public record PtxModule(String text, List<KernelSummary> kernels) {
  /** Copies the list. */
  public PtxModule {
    kernels = List.copyOf(kernels);
  }
}
