// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points that a thread does at once.
 *
 * @param each each of them, an index over the thread
 * @param threads the threads that have them; null for all
 */
record Points(List<List<IndexExpr>> each, @Nullable BitSet threads) {}
