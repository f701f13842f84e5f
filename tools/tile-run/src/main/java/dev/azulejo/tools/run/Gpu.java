// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.cuda.runtime.CudaDriver;
import dev.azulejo.cuda.runtime.ModuleLoader;
import java.util.function.Supplier;

/**
 * How to come to a GPU, when one is needed.
 *
 * @param driver starts the driver
 * @param loader what makes machine code
 */
record Gpu(Supplier<CudaDriver> driver, Supplier<ModuleLoader> loader) {
  /** The machine's own driver, and the assembler that is found. */
  static final Gpu OF_MACHINE = new Gpu(CudaDriver::open, ModuleLoader::find);
}
