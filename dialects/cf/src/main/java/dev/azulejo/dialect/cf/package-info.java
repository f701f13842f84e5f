// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Control flow as jumps between blocks. Start from {@link dev.azulejo.dialect.cf.BrOp} and {@link
 * dev.azulejo.dialect.cf.CondBrOp}; loops and branches with regions may not be here.
 */
@NullMarked
package dev.azulejo.dialect.cf;

import org.jspecify.annotations.NullMarked;
