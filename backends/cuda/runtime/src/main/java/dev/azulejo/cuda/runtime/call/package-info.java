// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Calls kernels by the names of their arguments, as a manifest says. Start from {@link
 * dev.azulejo.cuda.runtime.call.KernelCall}. Nothing here knows how kernels are made.
 */
@NullMarked
package dev.azulejo.cuda.runtime.call;

import org.jspecify.annotations.NullMarked;
