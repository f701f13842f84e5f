// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What generic code may ask of an operation: interfaces that declarations implement. Start from
 * {@link dev.azulejo.ir.trait.Terminator} and {@link dev.azulejo.ir.trait.Foldable}; algorithms
 * live elsewhere.
 */
@NullMarked
package dev.azulejo.ir.trait;

import org.jspecify.annotations.NullMarked;
