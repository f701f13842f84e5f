// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.BufferRegion;
import org.jspecify.annotations.Nullable;

/**
 * An access to a buffer, and the operation that does it.
 *
 * @param access a read or a write
 * @param op the operation: in the statement, or one that computes a condition or an address for it
 */
record Touch(Access access, Operation op) {
  /** The buffer behind all views, or null where it is none. */
  @Nullable Value root() {
    BufferRegion region = access.region();
    return region == null ? null : region.root();
  }

  /** Does it write? */
  boolean isWrite() {
    return access.isWrite();
  }

  /** May one of both change what the other finds, or the other way round? */
  boolean conflicts(Touch other) {
    return (isWrite() || other.isWrite()) && access.mayConflict(other.access);
  }
}
