// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Instructions of PTX as operations. */
module dev.azulejo.dialect.ptx {
  requires static transitive org.jspecify;
  requires dev.azulejo.dialect.tile;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.dialect.ptx;
  exports dev.azulejo.dialect.ptx.constraint;
  exports dev.azulejo.dialect.ptx.instruction;
  exports dev.azulejo.dialect.ptx.keyword;
  exports dev.azulejo.dialect.ptx.type;
}
