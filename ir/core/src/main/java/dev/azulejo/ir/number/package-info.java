// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Floating-point formats as bit patterns: decoding, rounding, reading, printing and calculating.
 * Start from {@link dev.azulejo.ir.number.FloatFormat} and {@link
 * dev.azulejo.ir.number.FloatArithmetic}, and from {@link dev.azulejo.ir.number.NarrowFloats} in
 * hot loops; nothing here knows types, attributes or operations.
 */
@NullMarked
package dev.azulejo.ir.number;

import org.jspecify.annotations.NullMarked;
