// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Writes FFM bindings from a C header and a list of what is called. */
module dev.azulejo.bindings.generator {
  requires static transitive org.jspecify;
  requires java.compiler;

  exports dev.azulejo.bindings.generator;
}
