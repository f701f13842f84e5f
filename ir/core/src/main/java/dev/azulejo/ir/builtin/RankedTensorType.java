// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An immutable array of elements: {@code tensor<4x?xf32>}. */
public final class RankedTensorType implements ShapedType, TensorType {
  private final long[] shape;
  private final Type elementType;
  private final @Nullable Attribute encoding;
  private final int hash;

  private RankedTensorType(long[] shape, Type elementType, @Nullable Attribute encoding) {
    this.shape = shape;
    this.elementType = elementType;
    this.encoding = encoding;
    this.hash = Objects.hash(Arrays.hashCode(shape), elementType, encoding);
  }

  /** A tensor without an encoding. */
  public static RankedTensorType of(long[] shape, Type elementType) {
    return of(shape, elementType, null);
  }

  /** A tensor with an encoding, or null for none. */
  public static RankedTensorType of(long[] shape, Type elementType, @Nullable Attribute encoding) {
    return new RankedTensorType(shape.clone(), elementType, encoding);
  }

  @Override
  public Type elementType() {
    return elementType;
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  @Override
  public int rank() {
    return shape.length;
  }

  /** What a dialect says about it, or null. */
  public @Nullable Attribute encoding() {
    return encoding;
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("tensor<");
    Types.dimensions(shape, printer);
    printer.type(elementType);
    if (encoding != null) {
      printer.text(", ").attribute(encoding);
    }
    printer.text(">");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof RankedTensorType tensor
            && hash == tensor.hash
            && Arrays.equals(shape, tensor.shape)
            && elementType.equals(tensor.elementType)
            && Objects.equals(encoding, tensor.encoding));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
