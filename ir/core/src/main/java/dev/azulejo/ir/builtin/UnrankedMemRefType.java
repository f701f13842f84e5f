// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A buffer of any number of dimensions: {@code memref<*xf32>}. */
public final class UnrankedMemRefType implements Type {
  private final Type elementType;
  private final @Nullable Attribute memorySpace;
  private final int hash;

  private UnrankedMemRefType(Type elementType, @Nullable Attribute memorySpace) {
    this.elementType = elementType;
    this.memorySpace = memorySpace;
    this.hash = elementType.hashCode() * 31 + Objects.hashCode(memorySpace);
  }

  /**
   * A buffer.
   *
   * @param memorySpace where it lies; null, or the integer 0, for the default space
   */
  public static UnrankedMemRefType of(Type elementType, @Nullable Attribute memorySpace) {
    return new UnrankedMemRefType(elementType, MemRefType.withoutDefault(memorySpace));
  }

  /** The type of an element. */
  public Type elementType() {
    return elementType;
  }

  /** Where it lies, or null for the default space. */
  public @Nullable Attribute memorySpace() {
    return memorySpace;
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("memref<*x").type(elementType);
    MemRefType.printSpace(memorySpace, printer);
    printer.text(">");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof UnrankedMemRefType memref
            && hash == memref.hash
            && elementType.equals(memref.elementType)
            && Objects.equals(memorySpace, memref.memorySpace));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
