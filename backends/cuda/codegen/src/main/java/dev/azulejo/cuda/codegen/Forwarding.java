// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.RegsReadOp;
import dev.azulejo.dialect.ptx.RegsWriteOp;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.UnknownEffects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are in a register of an array all their life, so that nothing need be copied: what is
 * read of an array and used before that register changes, and what is computed only to be written
 * into an array.
 */
final class Forwarding {

  /** A register of an array. */
  record Place(Value array, long index) {}

  private final Map<Value, Place> places = new IdentityHashMap<>();
  private final Set<Operation> silent = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Operation, List<Access>> touched = new IdentityHashMap<>();

  private Forwarding() {}

  static Forwarding of(KernelOp kernel) {
    Forwarding found = new Forwarding();
    for (Block block : kernel.body().blocks()) {
      for (Operation op : block) {
        if (op instanceof RegsReadOp read) {
          found.read(read);
        }
      }
    }
    for (Block block : kernel.body().blocks()) {
      for (Operation op : block) {
        if (op instanceof RegsWriteOp write) {
          found.write(write);
        }
      }
    }
    return found;
  }

  /** The register of an array that a value is in, or null. */
  @Nullable Place place(Value value) {
    return places.get(value);
  }

  /** Is there nothing to print for an operation? */
  boolean isSilent(Operation op) {
    return silent.contains(op);
  }

  private void read(RegsReadOp op) {
    Place place = new Place(op.registers(), op.index().longValue());
    int missing = 0;
    for (Use use : op.result().uses()) {
      if (use.owner().block() != op.block()) {
        return;
      }
      missing++;
    }
    Operation next = op.next();
    while (missing > 0 && next != null) {
      missing -= uses(next, op.result());
      if (missing > 0 && touches(next, place, true)) {
        return;
      }
      next = next.next();
    }
    places.put(op.result(), place);
    silent.add(op);
  }

  private void write(RegsWriteOp op) {
    Place place = new Place(op.registers(), op.index().longValue());
    Operation from = op.value().definingOp();
    if (!(from instanceof Instruction instruction)
        || from.block() != op.block()
        || !op.value().hasOneUse()
        || places.containsKey(op.value())
        || (!instruction.syntax().ties().isEmpty() && usesPlace(from, place))) {
      return;
    }
    Operation next = from.next();
    while (next != null && next != op) {
      // What an asynchronous product has in its registers changes until something waits for it.
      boolean waits = next instanceof UnknownEffects;
      if (waits || touches(next, place, false) || usesPlace(next, place)) {
        return;
      }
      next = next.next();
    }
    places.put(op.value(), place);
    silent.add(op);
  }

  private static int uses(Operation op, Value value) {
    int count = 0;
    for (int i = 0; i < op.operandCount(); i++) {
      count += op.operand(i) == value ? 1 : 0;
    }
    return count;
  }

  private boolean usesPlace(Operation op, Place place) {
    for (int i = 0; i < op.operandCount(); i++) {
      if (place.equals(places.get(op.operand(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Does an operation access a register, or with {@code writes} change it? */
  private boolean touches(Operation op, Place place, boolean writes) {
    for (Access access : touched.computeIfAbsent(op, Forwarding::accesses)) {
      BufferRegion region = access.region();
      if (region != null
          && region.buffer() == place.array()
          && (access.isWrite() || !writes)
          && holds(region, place.index())) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(BufferRegion region, long index) {
    if (region.isWhole()) {
      return true;
    }
    Long start = region.offsets().getFirst().constant();
    return start == null || (start <= index && index < start + region.sizes().getFirst());
  }

  private static List<Access> accesses(Operation op) {
    List<Access> found = new ArrayList<>();
    for (int i = 0; i < op.operandCount(); i++) {
      if (op.operand(i).type() instanceof RegistersType && op instanceof Accessing accessing) {
        accessing.accesses(found::add);
        return found;
      }
    }
    return found;
  }
}
