// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Loads compiled kernels on NVIDIA's GPUs and launches them; knows no compiler. */
module dev.azulejo.cuda.runtime {
  requires static transitive org.jspecify;
  requires dev.azulejo.bindings.cuda;

  exports dev.azulejo.cuda.runtime;
  exports dev.azulejo.cuda.runtime.call;
  exports dev.azulejo.cuda.runtime.manifest;
}
