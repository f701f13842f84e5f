// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A region of a buffer that instructions reach by addresses. */
sealed interface MemoryRegion permits GlobalRegion, SharedRegion {

  /** The memory, as instructions name it. */
  String space();

  /**
   * Do elements, each of which a thread means by a point, always lie side by side, begin at a
   * multiple of their number, and lie inside of the buffer together or not at all?
   */
  boolean isRun(List<List<IndexExpr>> points);

  /** The address of the point that a thread means, in bytes. */
  Address address(List<IndexExpr> point);

  /** Whether the point that a thread means is in the buffer; null where it surely is. */
  @Nullable Value isInside(List<IndexExpr> point);
}
