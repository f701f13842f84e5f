// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Functions of mathematics, number by number. Start from {@link dev.azulejo.dialect.math.ExpOp} and
 * {@link dev.azulejo.dialect.math.FmaOp}; sums, products and comparisons may not be here.
 */
@NullMarked
package dev.azulejo.dialect.math;

import org.jspecify.annotations.NullMarked;
