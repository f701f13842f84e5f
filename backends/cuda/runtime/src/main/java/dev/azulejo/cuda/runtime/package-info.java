// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Loads compiled kernels on NVIDIA's GPUs and launches them. Start from {@link
 * dev.azulejo.cuda.runtime.CudaDriver}, and from {@link dev.azulejo.cuda.runtime.Launch} for what
 * is done often. Whoever opens something closes it; a context closes what is left of its own. No
 * IR, no dialect and no pass may appear here: a shipped kernel needs no compiler.
 */
@NullMarked
package dev.azulejo.cuda.runtime;

import org.jspecify.annotations.NullMarked;
