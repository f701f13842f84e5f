// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

/**
 * An operation that only computes its results. It may be erased when they are unused, merged with
 * its like, copied, and executed where it otherwise would not be.
 */
public non-sealed interface Pure extends Effects {}
