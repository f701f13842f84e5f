// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

/**
 * What running a pipeline came to.
 *
 * @param failed whether a pass failed; diagnostics say which
 * @param change whether anything changed
 */
public record RunResult(boolean failed, Change change) {}
