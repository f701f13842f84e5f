// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyRules;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.pass.pipeline.Coverage;
import dev.azulejo.pass.pipeline.Im2colLoads;
import dev.azulejo.pass.specialize.load.Load;
import dev.azulejo.pass.specialize.load.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in the way of loads by a producer, whoever uses what they bring. */
final class LoadRules {
  private final LaunchMemory memory;
  private final Set<Value> listed = new HashSet<>();

  LoadRules(LaunchMemory memory) {
    this.memory = memory;
  }

  /** Notes a buffer that the producer has for itself, to know what other loads bring. */
  void addList(Value buffer) {
    listed.add(buffer);
  }

  /** Why the engine for boxes can't do a copy of a producer, or null where it can. */
  @Nullable String obstacleOfBox(CopyOp copy) {
    String problem = TmaLoads.obstacle(copy);
    if (problem == null && (copy.prefers(CopyOp.SYNC) || copy.prefers(CopyOp.CP_ASYNC))) {
      problem = "it prefers another way";
    }
    Load load = problem == null ? Load.of(copy) : null;
    if (load == null) {
      return problem;
    }
    AllocOp alloc = load.allocation();
    problem = obstacle(load);
    return problem == null && alloc != null ? TmaLayouts.problem(alloc, Ring.depth(copy)) : problem;
  }

  /** Why the engine can't bring a tile of images for a producer, or null where it can. */
  @Nullable String obstacleOfImages(Im2colOp images) {
    String problem = Im2colLoads.obstacle(images);
    Load load = problem == null ? Load.of(images) : null;
    if (load == null) {
      return problem;
    }
    AllocOp alloc = load.allocation();
    problem = obstacle(load);
    return problem == null && alloc != null
        ? TmaLayouts.problem(alloc, Ring.depth(images))
        : problem;
  }

  /** Why {@code cp.async} can't do a load, as far as types and shapes tell; null where it can. */
  @Nullable String obstacleOfAsyncCopy(Load load) {
    BufferRegion source = load.source();
    if (load.op() instanceof Im2colOp) {
      return null;
    }
    return source == null
        ? "its elements are not copied as they are"
        : AsyncCopyRules.obstacle(load.op(), source, load.target());
  }

  /** Why nobody but the consumers can do a load, in whatever way; null where a producer can. */
  @Nullable String obstacle(Load load) {
    Operation unknown = memory.unknown();
    if (unknown != null) {
      return "'" + unknown.name() + "' may change what it reads";
    }
    if (listed.contains(load.target())) {
      return "what it brings says what other loads bring, so both roles have it for themselves";
    }
    for (Access access : Accesses.of(load.op()).all()) {
      String problem = access.region() == null ? null : problem(access, access.region(), load);
      if (problem != null) {
        return problem;
      }
    }
    return load.way() == Way.TMA || Coverage.isWritten(List.of(load.op()), load.target())
        ? null
        : "it fills only a part of its buffer";
  }

  private @Nullable String problem(Access access, BufferRegion region, Load load) {
    Space space = Space.of(region.root());
    if (access.isWrite()) {
      return region.root() == load.target() ? null : "it writes more than one buffer";
    }
    if (space == Space.SHARED) {
      return "it reads shared memory";
    }
    return space == Space.GLOBAL && !memory.writers(region.root()).isEmpty()
        ? "the launch writes the tensor that it reads"
        : null;
  }
}
