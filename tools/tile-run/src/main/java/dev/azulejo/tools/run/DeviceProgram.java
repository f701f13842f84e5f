// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.cuda.codegen.ManifestText;
import dev.azulejo.cuda.codegen.PtxEmitter;
import dev.azulejo.cuda.codegen.PtxModule;
import dev.azulejo.cuda.runtime.manifest.Manifest;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import org.jspecify.annotations.Nullable;

/**
 * A compiled program as data: what a runtime needs that knows no dialect.
 *
 * @param ptx the code
 * @param manifest how its kernels are launched, in the order in which the function launches them
 */
record DeviceProgram(String ptx, Manifest manifest) {
  /** What a module on the lowest rung is compiled to; null after errors, which are reported. */
  static @Nullable DeviceProgram of(Operation module, Diagnostics diagnostics) {
    PtxModule ptx = new PtxEmitter(diagnostics, false).emit(module);
    String manifest = ptx == null ? null : ManifestText.of(ptx, diagnostics);
    return ptx == null || manifest == null
        ? null
        : new DeviceProgram(ptx.text(), Manifest.parse(manifest));
  }
}
