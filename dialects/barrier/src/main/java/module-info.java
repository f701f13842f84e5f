// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Barriers with phases in shared memory, and fences between the paths to memory. */
module dev.azulejo.dialect.barrier {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.dialect.barrier;
}
