// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Integer expressions that are affine, or nearly so, and the maps and sets made of them: plain
 * arithmetic. Start from {@link dev.azulejo.ir.affine.AffineMap} and {@link
 * dev.azulejo.ir.affine.AffineExpr}; nothing here knows operations or reads text.
 */
@NullMarked
package dev.azulejo.ir.affine;

import org.jspecify.annotations.NullMarked;
