// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What operands, results and attributes of this dialect must be. Start from {@link
 * dev.azulejo.dialect.gpu.constraint.Scalar}; checks that need a whole operation may not be here.
 */
@NullMarked
package dev.azulejo.dialect.gpu.constraint;

import org.jspecify.annotations.NullMarked;
