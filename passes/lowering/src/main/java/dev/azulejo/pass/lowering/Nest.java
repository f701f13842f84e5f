// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parallel loop that is being lowered: what all of its points have in common. */
final class Nest {
  private final Kernel kernel;
  private final Operation op;
  private final @Nullable Value storesIf;
  private final Map<List<Object>, Cells> cells = new LinkedHashMap<>();

  /**
   * A loop.
   *
   * @param op the loop; what is the same for all points is put before it, what they do behind it
   * @param storesIf whether a thread stores to memory that others see; null for always
   */
  Nest(Kernel kernel, Operation op, @Nullable Value storesIf) {
    this.kernel = kernel;
    this.op = op;
    this.storesIf = storesIf;
  }

  Kernel kernel() {
    return kernel;
  }

  ThreadMath math() {
    return kernel.math();
  }

  Inserter ahead() {
    return Inserter.before(op);
  }

  @Nullable Value storesIf() {
    return storesIf;
  }

  /** Is a value made outside of the loop? */
  boolean isOutside(Value value) {
    Operation around = value.parentBlock() == null ? null : value.parentBlock().parentOp();
    return around == null || (around != op && !around.isInside(op));
  }

  /** The elements of a buffer whose indices begin at some values; the same ones for the same. */
  Cells cells(Operation access, Value buffer, List<Offset> starts) throws LoweringFailure {
    List<Object> key = new ArrayList<>(starts);
    key.add(buffer);
    Cells there = cells.get(key);
    if (there == null) {
      List<Long> sizes = Collections.nCopies(starts.size(), 1L);
      there = kernel.cells(op, access, new BufferRegion(buffer, starts, sizes), false);
      cells.put(key, there);
    }
    return there;
  }
}
