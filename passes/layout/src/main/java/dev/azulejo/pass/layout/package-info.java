// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The passes of rung 2, which decide where every element lives. Start from {@link
 * dev.azulejo.pass.layout.LayoutInferencePass}; what a matrix instruction demands of its operands
 * is said in one place, the package-private {@code MatrixDemands}.
 */
@NullMarked
package dev.azulejo.pass.layout;

import org.jspecify.annotations.NullMarked;
