// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import java.util.function.Consumer;

/**
 * A part of a schedule. It does nothing by itself, but nobody may erase it, merge it with another
 * one or move it.
 */
public interface ScheduleEntry extends Accessing {
  /** The order of the entries of schedules. */
  Access.Resource SCHEDULE = new Access.Resource("schedules of roles");

  @Override
  default void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(SCHEDULE));
  }
}
