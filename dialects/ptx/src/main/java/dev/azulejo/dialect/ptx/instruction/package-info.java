// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What every instruction says of itself: its spelling and what it needs of a target. Start from
 * {@link dev.azulejo.dialect.ptx.instruction.Instruction}; operations may not be here.
 */
@NullMarked
package dev.azulejo.dialect.ptx.instruction;

import org.jspecify.annotations.NullMarked;
