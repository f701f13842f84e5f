// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Arithmetic on integers and floating-point numbers. Start from {@link
 * dev.azulejo.dialect.arith.ConstantOp} and {@link dev.azulejo.dialect.arith.AddIOp}; functions of
 * calculus may not be here.
 */
@NullMarked
package dev.azulejo.dialect.arith;

import org.jspecify.annotations.NullMarked;
