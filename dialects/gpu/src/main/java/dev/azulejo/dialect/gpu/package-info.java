// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What a thread of a GPU asks about itself and does together with others, and the functions that
 * threads execute. Start from {@link dev.azulejo.dialect.gpu.ThreadIdOp} and {@link
 * dev.azulejo.dialect.gpu.GPUFuncOp}; what one vendor alone has may not be here.
 */
@NullMarked
package dev.azulejo.dialect.gpu;

import org.jspecify.annotations.NullMarked;
