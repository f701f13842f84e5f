// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** What a thread of a GPU asks and does, in upstream's spelling. */
module dev.azulejo.dialect.gpu {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.dialect.gpu;
  exports dev.azulejo.dialect.gpu.constraint;
}
