// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What operands, results and attributes of operations on vectors must be. Start from {@link
 * dev.azulejo.dialect.vector.constraint.MaskVector}; operations may not be here.
 */
@NullMarked
package dev.azulejo.dialect.vector.constraint;

import org.jspecify.annotations.NullMarked;
