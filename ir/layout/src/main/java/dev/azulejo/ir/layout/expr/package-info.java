// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The expressions that layouts are made of, and their simplification under known bounds. Start from
 * {@link dev.azulejo.ir.layout.expr.IndexExpr} and {@link dev.azulejo.ir.layout.expr.Simplifier};
 * nothing here knows what a layout is.
 */
@NullMarked
package dev.azulejo.ir.layout.expr;

import org.jspecify.annotations.NullMarked;
