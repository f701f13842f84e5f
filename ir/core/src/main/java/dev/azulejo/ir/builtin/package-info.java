// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The types and attributes of the builtin dialect, which every dialect uses. Start from {@link
 * dev.azulejo.ir.builtin.IntegerType} and {@link dev.azulejo.ir.builtin.MemRefType}; operations and
 * the reading of text live elsewhere.
 */
@NullMarked
package dev.azulejo.ir.builtin;

import org.jspecify.annotations.NullMarked;
