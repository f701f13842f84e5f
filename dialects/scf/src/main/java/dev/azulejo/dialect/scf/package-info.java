// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Structured control flow: loops and branches whose bodies are regions. Start from {@link
 * dev.azulejo.dialect.scf.ForOp} and {@link dev.azulejo.dialect.scf.IfOp}; jumps between blocks may
 * not be here.
 */
@NullMarked
package dev.azulejo.dialect.scf;

import org.jspecify.annotations.NullMarked;
