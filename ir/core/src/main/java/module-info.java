// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Operations, text, verifier, rewriting, pass manager, plugin interfaces and the builtin dialect.
 */
module dev.azulejo.ir {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir.spec;
  requires transitive org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.ir;
  exports dev.azulejo.ir.access;
  exports dev.azulejo.ir.affine;
  exports dev.azulejo.ir.analysis;
  exports dev.azulejo.ir.builtin;
  exports dev.azulejo.ir.builtin.constraint;
  exports dev.azulejo.ir.builtin.op;
  exports dev.azulejo.ir.diag;
  exports dev.azulejo.ir.format;
  exports dev.azulejo.ir.function;
  exports dev.azulejo.ir.number;
  exports dev.azulejo.ir.pass;
  exports dev.azulejo.ir.plugin;
  exports dev.azulejo.ir.rewrite;
  exports dev.azulejo.ir.text;
  exports dev.azulejo.ir.trait;
  exports dev.azulejo.ir.verify;

  uses dev.azulejo.ir.plugin.DialectPlugin;
  uses dev.azulejo.ir.plugin.PassPlugin;
}
