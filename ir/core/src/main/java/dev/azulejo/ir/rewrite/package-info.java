// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Changing IR: one object through which all changes go, patterns, and the driver that applies them
 * until nothing changes. Start from {@link dev.azulejo.ir.rewrite.Rewriter} and {@link
 * dev.azulejo.ir.rewrite.GreedyRewriter}; patterns for particular operations live with those.
 */
@NullMarked
package dev.azulejo.ir.rewrite;

import org.jspecify.annotations.NullMarked;
