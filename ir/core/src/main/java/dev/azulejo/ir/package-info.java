// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The IR as a data structure: operations with operands, results, attributes and regions. Start from
 * {@link dev.azulejo.ir.Operation}, {@link dev.azulejo.ir.Value} and {@link
 * dev.azulejo.ir.OpSchema}. Names of a dialect's operations may not appear here.
 */
@NullMarked
package dev.azulejo.ir;

import org.jspecify.annotations.NullMarked;
