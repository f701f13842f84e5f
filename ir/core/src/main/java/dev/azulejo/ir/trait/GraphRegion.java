// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

/** An operation in whose regions the order of operations means nothing. */
public interface GraphRegion {}
