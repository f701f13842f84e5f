// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.expr.IndexExpr;

/**
 * What the warpgroups have of an operand of a product: each a part of the rows of A, or of the
 * columns of B.
 *
 * @param size how many rows or columns the instruction has
 * @param depth how much of K the instruction has
 * @param part how many rows or columns a warpgroup has
 * @param count how many such parts there are
 * @param which the number of a thread's part
 */
record WgmmaFactor(long size, long depth, long part, long count, IndexExpr which) {}
