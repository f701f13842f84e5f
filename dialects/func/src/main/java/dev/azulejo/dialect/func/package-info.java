// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Functions, and what calls and leaves them. Start from {@link dev.azulejo.dialect.func.FuncOp} and
 * {@link dev.azulejo.dialect.func.CallOp}; kernels and their launch may not be here.
 */
@NullMarked
package dev.azulejo.dialect.func;

import org.jspecify.annotations.NullMarked;
