// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Vectors: how they come from memory and go there, and how they are put together from parts and
 * taken apart. Start from {@link dev.azulejo.dialect.vector.TransferReadOp} and {@link
 * dev.azulejo.dialect.vector.ContractionOp}; arithmetic element by element may not be here.
 */
@NullMarked
package dev.azulejo.dialect.vector;

import org.jspecify.annotations.NullMarked;
