// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Buffers in memory: where they come from, how their elements are read and written, and how they
 * are seen in other shapes. Start from {@link dev.azulejo.dialect.memref.AllocOp} and {@link
 * dev.azulejo.dialect.memref.LoadOp}; operations on tiles may not be here.
 */
@NullMarked
package dev.azulejo.dialect.memref;

import org.jspecify.annotations.NullMarked;
