// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;

/** One barrier of an array, as accesses name it. */
public final class Slot {
  /** The most arrivals, or bytes, that the hardware counts. */
  public static final long MAX_COUNT = (1 << 20) - 1;

  private Slot() {}

  /** The barrier at a place of an array. */
  public static BufferRegion of(Value array, Value index) {
    return new BufferRegion(array, List.of(Offset.of(index)), List.of(1L));
  }

  /** What arrives at a barrier, expects bytes of it or brings some changes it. */
  public static Access update(Value array, Value index) {
    return Access.write(of(array, index));
  }

  /** Reports a number of bytes that the hardware can't count: it does so in 20 bits. */
  static void verifyBytes(Operation op, IntegerAttr bytes, Diagnostics diagnostics) {
    if (bytes.longValue() < 0 || bytes.longValue() > MAX_COUNT) {
      diagnostics.report(
          op.error("can't expect %d bytes; 0 to %d are possible", bytes.longValue(), MAX_COUNT));
    }
  }
}
