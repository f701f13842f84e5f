// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A buffer in memory: {@code memref<128x64xf16, "shared">}. */
public final class MemRefType implements ShapedType {
  /** A dimension that is not known before the program runs. */
  public static final long DYNAMIC = ShapedType.DYNAMIC;

  private final long[] shape;
  private final Type elementType;
  private final @Nullable Attribute layout;
  private final @Nullable Attribute memorySpace;
  private final int hash;

  private MemRefType(
      long[] shape,
      Type elementType,
      @Nullable Attribute layout,
      @Nullable Attribute memorySpace) {
    this.shape = shape;
    this.elementType = elementType;
    this.layout = layout;
    this.memorySpace = memorySpace;
    this.hash = Objects.hash(Arrays.hashCode(shape), elementType, layout, memorySpace);
  }

  /** A dense row-major buffer in the default space. */
  public static MemRefType of(long[] shape, Type elementType) {
    return of(shape, elementType, null, null);
  }

  /**
   * A buffer.
   *
   * @param layout a strided layout or an affine map, or null for dense row-major
   * @param memorySpace where it lies, or null for the default space
   */
  public static MemRefType of(
      long[] shape,
      Type elementType,
      @Nullable Attribute layout,
      @Nullable Attribute memorySpace) {
    return new MemRefType(shape.clone(), elementType, layout, memorySpace);
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

  /** How indices become addresses, or null for dense row-major. */
  public @Nullable Attribute layout() {
    return layout;
  }

  /** Where it lies, or null for the default space. */
  public @Nullable Attribute memorySpace() {
    return memorySpace;
  }

  /** The same with one more dimension in front; the layout must be dense. */
  public MemRefType withLeadingDimension(long size) {
    long[] larger = new long[shape.length + 1];
    larger[0] = size;
    System.arraycopy(shape, 0, larger, 1, shape.length);
    return new MemRefType(larger, elementType, layout, memorySpace);
  }

  /** The same with other dimensions. */
  public MemRefType withShape(long... dimensions) {
    return new MemRefType(dimensions.clone(), elementType, layout, memorySpace);
  }

  /** How many bits its elements have together; shape and element type must say so. */
  public long bitSize() {
    int width =
        switch (elementType) {
          case IntegerType integer -> integer.width();
          case FloatType real -> real.width();
          case IndexType _ -> Long.SIZE;
          default ->
              throw new IllegalArgumentException("elements of this type have no size in bits");
        };
    return Math.multiplyExact(elementCount(), width);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("memref<");
    Types.dimensions(shape, printer);
    printer.type(elementType);
    if (layout != null) {
      printer.text(", ").attribute(layout);
    }
    if (memorySpace != null) {
      printer.text(", ").attributeWithoutType(memorySpace);
    }
    printer.text(">");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof MemRefType memref
            && hash == memref.hash
            && Arrays.equals(shape, memref.shape)
            && elementType.equals(memref.elementType)
            && Objects.equals(layout, memref.layout)
            && Objects.equals(memorySpace, memref.memorySpace));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
