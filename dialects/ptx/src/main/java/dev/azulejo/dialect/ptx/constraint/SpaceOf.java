// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import org.jspecify.annotations.Nullable;

/** The memory that buffers are in, as instructions name it. */
public final class SpaceOf {
  private SpaceOf() {}

  /** The word for the memory of a buffer, or null where its type is none of a buffer. */
  public static @Nullable String word(Type type) {
    if (!(type instanceof MemRefType memref)) {
      return null;
    }
    if (memref.memorySpace() == null) {
      return "global";
    }
    boolean known =
        memref.memorySpace() instanceof StringAttr space
            && (space.value().equals("shared") || space.value().equals("local"));
    return known && memref.memorySpace() instanceof StringAttr space ? space.value() : null;
  }

  /** The type of addresses in a memory. */
  public static IntegerType address(String space) {
    return space.equals("shared") ? IntegerType.I32 : IntegerType.I64;
  }

  /** Is it the type of a number of bytes in a memory? */
  static boolean isBytes(Type type, String space) {
    return type instanceof MemRefType memref
        && space.equals(word(type))
        && memref.elementType().equals(IntegerType.I8)
        && memref.shape().length == 1
        && memref.shape()[0] > 0;
  }
}
