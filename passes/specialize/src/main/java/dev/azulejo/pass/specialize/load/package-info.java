// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Operations that bring tiles from global to shared memory, and the ways in which they can be done.
 * Start from {@link dev.azulejo.pass.specialize.load.Load}; who does them is decided elsewhere.
 */
@NullMarked
package dev.azulejo.pass.specialize.load;

import org.jspecify.annotations.NullMarked;
