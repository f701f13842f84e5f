// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.Type;

/** A tensor, ranked or not. */
public sealed interface TensorType extends Type permits RankedTensorType, UnrankedTensorType {
  /** The type of an element. */
  Type elementType();
}
