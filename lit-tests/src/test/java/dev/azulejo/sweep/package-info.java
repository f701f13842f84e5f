// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Runs every kernel under {@code lit-tests/kernels} in many configurations and compares bits; start
 * at {@link dev.azulejo.sweep.KernelSweepTest}. What single passes print is no matter of it.
 */
@NullMarked
package dev.azulejo.sweep;

import org.jspecify.annotations.NullMarked;
