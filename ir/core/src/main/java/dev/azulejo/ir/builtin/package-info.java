// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The builtin dialect: the types and attributes that every dialect uses, and the module. Start from
 * {@link dev.azulejo.ir.builtin.IntegerType}, {@link dev.azulejo.ir.builtin.MemRefType} and {@link
 * dev.azulejo.ir.builtin.ModuleOp}; text that is read lives elsewhere.
 */
@NullMarked
package dev.azulejo.ir.builtin;

import org.jspecify.annotations.NullMarked;
