// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

/**
 * What the greedy driver did.
 *
 * @param changed whether anything changed
 * @param converged whether nothing is left to do; false where a limit was reached
 * @param folded how many operations were folded or made unique
 * @param rewritten how many times a pattern was applied
 * @param erased how many operations were erased because nobody needed them
 */
public record GreedyResult(
    boolean changed, boolean converged, long folded, long rewritten, long erased) {}
