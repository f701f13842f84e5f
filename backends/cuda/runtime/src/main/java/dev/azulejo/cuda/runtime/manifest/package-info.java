// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What goes with compiled code so that it can be launched without a compiler: kernels, their
 * parameters, and sizes as integer expressions over the shapes of arguments. Start from {@link
 * dev.azulejo.cuda.runtime.manifest.Manifest}. Only data and its text form may be here, nothing
 * that calls a driver.
 */
@NullMarked
package dev.azulejo.cuda.runtime.manifest;

import org.jspecify.annotations.NullMarked;
