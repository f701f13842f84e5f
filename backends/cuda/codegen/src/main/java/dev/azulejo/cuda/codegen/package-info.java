// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Makes PTX of kernels on the lowest rung, where one operation is one instruction. Start from
 * {@link dev.azulejo.cuda.codegen.PtxEmitter}; nothing here may choose or reorder instructions.
 */
@NullMarked
package dev.azulejo.cuda.codegen;

import org.jspecify.annotations.NullMarked;
