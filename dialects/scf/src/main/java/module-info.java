// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Structured control flow: loops and branches as operations with regions. */
module dev.azulejo.dialect.scf {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;
  requires org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.dialect.scf;
}
