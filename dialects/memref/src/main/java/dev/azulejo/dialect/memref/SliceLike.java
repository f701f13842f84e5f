// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import java.util.List;

/**
 * An operation that sees a buffer by offsets, sizes and strides, of which some are constants and
 * some are operands.
 */
public sealed interface SliceLike permits SubViewOp, ReinterpretCastOp {
  /** The buffer. */
  Value source();

  /** The offsets that are operands. */
  List<Value> offsets();

  /** The sizes that are operands. */
  List<Value> sizes();

  /** The strides that are operands. */
  List<Value> strides();

  /** All offsets, with {@link ShapedType#DYNAMIC} for those that are operands. */
  DenseArrayAttr staticOffsets();

  /** All sizes, with {@link ShapedType#DYNAMIC} for those that are operands. */
  DenseArrayAttr staticSizes();

  /** All strides, with {@link ShapedType#DYNAMIC} for those that are operands. */
  DenseArrayAttr staticStrides();

  /** All offsets. */
  default List<Offset> mixedOffsets() {
    return MixedIndices.offsets(staticOffsets(), offsets());
  }

  /** All sizes. */
  default List<Offset> mixedSizes() {
    return MixedIndices.offsets(staticSizes(), sizes());
  }

  /** All strides. */
  default List<Offset> mixedStrides() {
    return MixedIndices.offsets(staticStrides(), strides());
  }
}
