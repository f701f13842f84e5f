// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.RingOp;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ring: who fills its slots and who uses them, and how many arrivals each takes. */
final class RingPlan {
  private final RingOp op;
  private final Set<Value> buffers = new LinkedHashSet<>();
  private final Map<Value, Value> versioned = new LinkedHashMap<>();
  private @Nullable RolePlan producer;
  private @Nullable RolePlan consumer;
  private @Nullable Value full;
  private @Nullable Value empty;
  private Arrivals filled = Arrivals.NONE;
  private Arrivals released = Arrivals.NONE;

  RingPlan(RingOp op) {
    this.op = op;
    op.buffers().forEach(buffer -> buffers.add(BufferRegion.rootOf(buffer)));
  }

  /** How the threads of a role say that they are done with a slot. */
  record Arrivals(boolean byCopies, boolean byThreads) {
    /** In no way. */
    static final Arrivals NONE = new Arrivals(false, false);

    /** How many arrivals that makes, of so many threads. */
    long count(long threads) {
      return ((byCopies ? 1 : 0) + (byThreads ? 1 : 0)) * threads;
    }
  }

  RingOp op() {
    return op;
  }

  String name() {
    return op.label().value();
  }

  long depth() {
    return op.depth().longValue();
  }

  /** The buffers, behind all views. */
  Set<Value> buffers() {
    return buffers;
  }

  boolean holds(@Nullable Value root) {
    return buffers.contains(root);
  }

  /** Who fills its slots, or null where nobody does. */
  @Nullable RolePlan producer() {
    return producer;
  }

  /** Who uses its slots, or null where nobody does. */
  @Nullable RolePlan consumer() {
    return consumer;
  }

  void setProducer(RolePlan role) {
    producer = role;
  }

  void setConsumer(RolePlan role) {
    consumer = role;
  }

  /** How a slot is said to be filled, or released. */
  Arrivals arrivals(boolean fills) {
    return fills ? filled : released;
  }

  void setArrivals(boolean fills, Arrivals arrivals) {
    if (fills) {
      filled = arrivals;
    } else {
      released = arrivals;
    }
  }

  void setBarriers(Value fullArray, Value emptyArray) {
    full = fullArray;
    empty = emptyArray;
  }

  /** The barriers that who fills waits for; those of the other side are what it arrives at. */
  Value barriers(boolean ofEmpty) {
    Value array = ofEmpty ? empty : full;
    if (array == null) {
      throw new CompilerBug("a ring has no barriers yet");
    }
    return array;
  }

  void setVersioned(Value buffer, Value slots) {
    versioned.put(buffer, slots);
  }

  /** The buffers that have slots, and what has them. */
  Map<Value, Value> versioned() {
    return versioned;
  }
}
