// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The ptx dialect: one operation, one instruction of PTX, with what it needs of a target and how it
 * is spelt in its declaration. Start from {@link dev.azulejo.dialect.ptx.KernelOp} and {@link
 * dev.azulejo.dialect.ptx.instruction.Instruction}; registers are given out where text is made of
 * it, not here.
 */
@NullMarked
package dev.azulejo.dialect.ptx;

import org.jspecify.annotations.NullMarked;
