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
      long[] shape, Type elementType, @Nullable Attribute layout, @Nullable Attribute memorySpace) {
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
   * @param layout a strided layout or an affine map; null, or the identity, for dense row-major
   * @param memorySpace where it lies; null, or the integer 0, for the default space
   */
  public static MemRefType of(
      long[] shape, Type elementType, @Nullable Attribute layout, @Nullable Attribute memorySpace) {
    boolean isIdentity = layout instanceof AffineMapAttr map && map.value().isIdentity();
    return new MemRefType(
        shape.clone(), elementType, isIdentity ? null : layout, withoutDefault(memorySpace));
  }

  /** Space 0, of any type of integer, is the default space. */
  static @Nullable Attribute withoutDefault(@Nullable Attribute space) {
    return space instanceof IntegerAttr number && number.value().signum() == 0 ? null : space;
  }

  /** Can an attribute say where a buffer lies? */
  public static boolean isSpace(Attribute attribute) {
    return switch (attribute) {
      case IntegerAttr _, StringAttr _, DictionaryAttr _ -> true;
      // What is left is a dialect's own.
      case FloatAttr _, ElementsAttr _, DenseArrayAttr _, ArrayAttr _, UnitAttr _ -> false;
      case AffineMapAttr _, IntegerSetAttr _, StridedLayoutAttr _, DistinctAttr _ -> false;
      case TypeAttr _, SymbolRefAttr _, OpaqueAttr _ -> false;
      default -> true;
    };
  }

  /** Prints a space behind what comes before it; the usual type of integers is left out. */
  static void printSpace(@Nullable Attribute space, AsmPrinter printer) {
    if (space == null) {
      return;
    }
    printer.text(", ");
    if (space instanceof IntegerAttr number && number.type().equals(IntegerType.I64)) {
      printer.attributeWithoutType(space);
    } else {
      printer.attribute(space);
    }
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

  /** The name of the space, where a string names it; empty for the default space and others. */
  public String space() {
    return memorySpace instanceof StringAttr name ? name.value() : "";
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

  /**
   * How many bits its elements have together, {@link Long#MAX_VALUE} for more than that.
   *
   * @throws IllegalArgumentException if the shape is not static or the elements are no numbers
   */
  public long bitSize() {
    int width = Types.width(elementType);
    if (!hasStaticShape() || (width == 0 && !elementType.equals(IntegerType.of(0)))) {
      throw new IllegalArgumentException("a type without a size in bits");
    }
    return ShapedType.saturatedProduct(elementCount(), width);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("memref<");
    Types.dimensions(shape, printer);
    printer.type(elementType);
    if (layout != null) {
      printer.text(", ").attribute(layout);
    }
    printSpace(memorySpace, printer);
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
