// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.access.ViewLike;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many versions of each buffer a schedule needs: as many as iterations lie between its first
 * writer and its last reader, and one more; one less where the reader of an iteration comes before
 * the writer that refills the slot.
 */
final class Versions {
  private final LoopBody body;
  private final List<Schedule> schedule;
  private final Map<Value, Long> counts = new LinkedHashMap<>();

  private Versions(LoopBody body, List<Schedule> schedule) {
    this.body = body;
    this.schedule = schedule;
  }

  static Versions of(LoopBody body, List<Schedule> schedule) {
    Versions versions = new Versions(body, schedule);
    Set<Value> buffers = new LinkedHashSet<>();
    for (Statement statement : body.statements()) {
      buffers.addAll(statement.buffersWritten());
    }
    for (Value buffer : buffers) {
      long count = versions.wanted(buffer);
      if (count > 1 && versions.isPossible(buffer)) {
        versions.counts.put(buffer, count);
      }
    }
    return versions;
  }

  /** How many versions a buffer gets; 1 if it stays as it is. */
  long count(Value buffer) {
    return counts.getOrDefault(buffer, 1L);
  }

  /** The buffers that get several versions, in the order of their first writers. */
  Set<Value> buffers() {
    return counts.keySet();
  }

  private long wanted(Value buffer) {
    long firstWriter = Long.MAX_VALUE;
    long lastReader = -1;
    for (Statement statement : body.statements()) {
      long stage = stage(statement);
      if (statement.buffersWritten().contains(buffer)) {
        firstWriter = Math.min(firstWriter, stage);
      }
      if (statement.buffersRead().contains(buffer)) {
        lastReader = Math.max(lastReader, stage);
      }
    }
    long count = lastReader - firstWriter + 1;
    return count >= 2 && !refillsBeforeReading(buffer) ? count - 1 : count;
  }

  /** Does some writer run before a reader of the same turn, so that both need a slot at once? */
  private boolean refillsBeforeReading(Value buffer) {
    for (Statement writer : body.statements()) {
      for (Statement reader : body.statements()) {
        if (order(writer) < order(reader)
            && stage(writer) < stage(reader)
            && conflict(writer, reader, buffer)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean conflict(Statement writer, Statement reader, Value buffer) {
    for (Access write : writer.writes()) {
      for (Access read : reader.reads()) {
        if (buffer.equals(Statement.root(write)) && write.mayConflict(read)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * May a buffer have versions at all? Only one allocated on chip, not versioned before, used in
   * the loop alone, and by operations that can be moved to a version; and every reader must read
   * what its own iteration has written.
   */
  private boolean isPossible(Value buffer) {
    if (!(buffer.definingOp() instanceof AllocOp alloc) || alloc.versions().isPresent()) {
      return false;
    }
    for (Use use : buffer.uses()) {
      Operation user = use.owner();
      boolean inLoop = user.isInside(body.loop());
      if (!inLoop || !(user instanceof Rebasable) || user instanceof ViewLike) {
        return false;
      }
    }
    return isWrittenBeforeRead(buffer);
  }

  private boolean isWrittenBeforeRead(Value buffer) {
    boolean written = false;
    for (Statement statement : body.statements()) {
      if (statement.buffersRead().contains(buffer) && !written) {
        return false;
      }
      written |= statement.buffersWritten().contains(buffer);
    }
    return true;
  }

  private long stage(Statement statement) {
    return schedule.get(statement.index()).stage();
  }

  private long order(Statement statement) {
    return schedule.get(statement.index()).order();
  }
}
