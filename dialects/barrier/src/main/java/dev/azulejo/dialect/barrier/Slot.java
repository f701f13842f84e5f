// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import java.util.List;

/** One barrier of an array, as accesses name it. */
final class Slot {
  private Slot() {}

  static BufferRegion of(Value array, Value index) {
    return new BufferRegion(array, List.of(Offset.of(index)), List.of(1L));
  }

  static Access update(Value array, Value index) {
    return Access.write(of(array, index));
  }
}
