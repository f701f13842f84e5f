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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many versions of each buffer a schedule needs: as many as iterations lie between its first
 * writer and its last reader, and one more; one less where the reader of an iteration comes before
 * the writer that refills the slot.
 */
final class Versions {
  private final LoopBody body;
  private final List<Schedule> schedule;
  private final Map<Value, Long> counts = new LinkedHashMap<>();
  private final Map<Value, String> refusals = new LinkedHashMap<>();

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
      String obstacle = count > 1 ? versions.obstacle(buffer) : null;
      if (obstacle != null) {
        versions.refusals.put(buffer, obstacle);
      } else if (count > 1) {
        versions.counts.put(buffer, count);
      }
    }
    return versions;
  }

  /** How many versions a buffer gets; 1 if it stays as it is. */
  long count(Value buffer) {
    return counts.getOrDefault(buffer, 1L);
  }

  /** Why a buffer stays as it is although the schedule wants versions, or null. */
  @Nullable String refusal(Value buffer) {
    return refusals.get(buffer);
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

  /** Why a buffer can't have versions, or null where it can. */
  private @Nullable String obstacle(Value buffer) {
    if (!(buffer.definingOp() instanceof AllocOp alloc)) {
      return "it is not allocated by tile.alloc";
    }
    if (alloc.versions().isPresent()) {
      return "a buffer is versioned once";
    }
    for (Use use : buffer.uses()) {
      Operation user = use.owner();
      if (!user.isInside(body.loop())) {
        return "it is used outside of the loop too";
      }
      if (!(user instanceof Rebasable)) {
        return "'" + user.name() + "' can't be moved to a version";
      }
    }
    return Coverage.isWrittenBeforeRead(body, buffer)
        ? null
        : "an iteration may read what an earlier one has written";
  }

  private long stage(Statement statement) {
    return schedule.get(statement.index()).stage();
  }

  private long order(Statement statement) {
    return schedule.get(statement.index()).order();
  }
}
