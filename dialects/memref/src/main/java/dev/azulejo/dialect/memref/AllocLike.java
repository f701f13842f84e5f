// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import java.util.List;

/**
 * An operation that makes a buffer of its own, where its dynamic sizes and symbols are operands.
 */
public sealed interface AllocLike permits AllocOp, AllocaOp {
  /** The sizes that the type leaves open, in order. */
  List<Value> dynamicSizes();

  /** What the symbols of the layout are. */
  List<Value> symbolOperands();

  /** The buffer. */
  OpResult memref();
}
