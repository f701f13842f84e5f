// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The memory spaces of buffers, as the types of memrefs spell them. */
public enum Space {
  /** Memory of the device; no space is written. */
  GLOBAL,
  /** Memory that the threads of a block share. */
  SHARED,
  /** A register tile, spread over the threads of a block or of a role. */
  FRAGMENT,
  /** Memory of one thread. */
  LOCAL;

  /** How a memref's type spells it; empty for {@link #GLOBAL}. */
  public String spelling() {
    return this == GLOBAL ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The space of a memref's type, or null where it is none of ours. */
  public static @Nullable Space of(Type type) {
    if (!(type instanceof MemRefType memref)) {
      return null;
    }
    if (memref.memorySpace() == null) {
      return GLOBAL;
    }
    if (memref.memorySpace() instanceof StringAttr spelling) {
      for (Space space : values()) {
        if (space != GLOBAL && space.spelling().equals(spelling.value())) {
          return space;
        }
      }
    }
    return null;
  }

  /** The space of a buffer, or null where it is none of ours. */
  public static @Nullable Space of(Value buffer) {
    return of(buffer.type());
  }
}
