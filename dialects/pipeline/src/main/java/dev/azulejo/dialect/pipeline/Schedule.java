// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of an operation in the schedule of the loop around it, as attributes of the operation.
 *
 * @param stage how many iterations late it runs
 * @param order its place among the operations of one iteration
 * @param group the group of asynchronous copies that it is committed with, or null where it is no
 *     asynchronous producer
 */
public record Schedule(long stage, long order, @Nullable Long group) {
  /** The attribute that holds the stage. */
  public static final String STAGE = "pipeline.stage";

  /** The attribute that holds the order. */
  public static final String ORDER = "pipeline.order";

  /** The attribute that holds the group. */
  public static final String GROUP = "pipeline.group";

  /** On a loop that a pass has overlapped: how many iterations were to be under way at once. */
  public static final String DEPTH = "pipeline.depth";

  /** All that stand on the operations of a loop. */
  public static final List<String> NAMES = List.of(GROUP, ORDER, STAGE);

  /** The schedule written on an operation, or null where stage or order is missing. */
  public static @Nullable Schedule of(Operation op) {
    Long stage = read(op, STAGE);
    Long order = read(op, ORDER);
    return stage == null || order == null ? null : new Schedule(stage, order, read(op, GROUP));
  }

  /** The number in an attribute of an operation, or null where there is none. */
  public static @Nullable Long read(Operation op, String name) {
    return op.attribute(name) instanceof IntegerAttr number ? number.longValue() : null;
  }

  /** Has an operation any of the attributes? */
  public static boolean isOn(Operation op) {
    return NAMES.stream().anyMatch(op::hasAttribute);
  }

  /** Takes the attributes off an operation. */
  public static void removeFrom(Operation op) {
    NAMES.forEach(op::removeAttribute);
  }

  /** Writes this on an operation. */
  public void writeTo(Operation op) {
    op.setAttribute(STAGE, IntegerAttr.i64(stage));
    op.setAttribute(ORDER, IntegerAttr.i64(order));
    if (group == null) {
      op.removeAttribute(GROUP);
    } else {
      op.setAttribute(GROUP, IntegerAttr.i64(group));
    }
  }
}
