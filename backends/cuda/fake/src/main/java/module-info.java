// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** A CUDA driver made of upcall stubs, for tests on machines without a GPU. */
module dev.azulejo.cuda.fake {
  requires static transitive org.jspecify;
  requires dev.azulejo.bindings.cuda;

  exports dev.azulejo.cuda.fake;
}
