// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What types the operands and results of instructions have. Start from {@link
 * dev.azulejo.dialect.ptx.constraint.Scalar}; operations may not be here.
 */
@NullMarked
package dev.azulejo.dialect.ptx.constraint;

import org.jspecify.annotations.NullMarked;
