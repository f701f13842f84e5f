// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Scalars as their bits, and arithmetic on them. Start from {@link
 * dev.azulejo.simulator.scalar.Scalars} and {@link dev.azulejo.simulator.scalar.FloatCodec};
 * operations and memory are not known here.
 */
@NullMarked
package dev.azulejo.simulator.scalar;

import org.jspecify.annotations.NullMarked;
