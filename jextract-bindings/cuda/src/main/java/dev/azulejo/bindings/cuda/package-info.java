// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The CUDA driver API as Java methods, generated from {@code cuda.h} of CUDA 13.0 and the list
 * {@code cuda.bindings}. Start from {@link dev.azulejo.bindings.cuda.CudaApi}; nothing written by
 * hand may be here.
 */
@NullMarked
package dev.azulejo.bindings.cuda;

import org.jspecify.annotations.NullMarked;
