// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.util.Arrays;

/** Elements of which some dimensions may be scaled at run time: {@code vector<4x[8]xf32>}. */
public final class VectorType implements ShapedType {
  private final long[] shape;
  private final boolean[] scalable;
  private final Type elementType;
  private final int hash;

  private VectorType(long[] shape, boolean[] scalable, Type elementType) {
    this.shape = shape;
    this.scalable = scalable;
    this.elementType = elementType;
    this.hash =
        (Arrays.hashCode(shape) * 31 + Arrays.hashCode(scalable)) * 31 + elementType.hashCode();
  }

  /** A vector of fixed dimensions. */
  public static VectorType of(long[] shape, Type elementType) {
    return new VectorType(shape.clone(), new boolean[shape.length], elementType);
  }

  /** A vector of which some dimensions are scaled. */
  public static VectorType of(long[] shape, boolean[] scalable, Type elementType) {
    return new VectorType(shape.clone(), scalable.clone(), elementType);
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

  /** Is a dimension scaled at run time? */
  public boolean isScalable(int dimension) {
    return scalable[dimension];
  }

  /** Is any dimension scaled at run time? */
  public boolean isScalable() {
    for (boolean scaled : scalable) {
      if (scaled) {
        return true;
      }
    }
    return false;
  }

  /** Which dimensions are scaled at run time; a copy. */
  public boolean[] scalableDimensions() {
    return scalable.clone();
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("vector<");
    for (int i = 0; i < shape.length; i++) {
      if (scalable[i]) {
        printer.text("[").number(shape[i]).text("]x");
      } else {
        printer.number(shape[i]).text("x");
      }
    }
    printer.type(elementType).text(">");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof VectorType vector
            && hash == vector.hash
            && Arrays.equals(shape, vector.shape)
            && Arrays.equals(scalable, vector.scalable)
            && elementType.equals(vector.elementType));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
