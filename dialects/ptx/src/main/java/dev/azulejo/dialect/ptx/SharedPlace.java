// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import org.jspecify.annotations.Nullable;

/**
 * Where a buffer lies in the shared memory of its block, once that is decided: the attribute
 * {@value #ATTRIBUTE} of its allocation, in bytes. Buffers that are not needed at the same time may
 * share bytes.
 */
public final class SharedPlace {
  /** The attribute's name. */
  public static final String ATTRIBUTE = "ptx.offset";

  /** The name of the attribute for how many versions of a buffer an allocation holds. */
  public static final String VERSIONS = "ptx.versions";

  private SharedPlace() {}

  /** Where a buffer lies, or null where that is not decided. */
  public static @Nullable Long of(Operation allocation) {
    return allocation.attribute(ATTRIBUTE) instanceof IntegerAttr offset
            && offset.type().equals(IntegerType.I64)
            && offset.longValue() >= 0
        ? (Long) offset.longValue()
        : null;
  }

  /** Says where a buffer lies. */
  public static void set(Operation allocation, long offset) {
    allocation.setAttribute(ATTRIBUTE, IntegerAttr.i64(offset));
  }

  /** How many versions of a buffer an allocation holds, all of one size. */
  public static long versions(Operation allocation) {
    return allocation.attribute(VERSIONS) instanceof IntegerAttr versions
            && versions.type().equals(IntegerType.I64)
            && versions.longValue() >= 1
        ? versions.longValue()
        : 1;
  }

  /** Says how many versions of a buffer an allocation holds. */
  public static void setVersions(Operation allocation, long versions) {
    allocation.setAttribute(VERSIONS, IntegerAttr.i64(versions));
  }
}
