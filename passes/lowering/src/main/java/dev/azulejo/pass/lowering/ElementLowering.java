// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;

/**
 * Accesses of single elements outside of parallel loops, which the block does once: every thread
 * loads, and the first one stores to memory that others see. Of fragments each thread has all that
 * is accessed so.
 */
final class ElementLowering {
  private ElementLowering() {}

  static void load(Kernel kernel, LoadOp load) throws LoweringFailure {
    if (kernel.isPlaced(load.memref())) {
      lower(kernel, load);
    }
  }

  static void store(Kernel kernel, StoreOp store) throws LoweringFailure {
    if (isDoneOnce(kernel, store.memref())) {
      lower(kernel, store);
    }
  }

  static void update(Kernel kernel, AtomicRMWOp atomic) throws LoweringFailure {
    if (isDoneOnce(kernel, atomic.memref())) {
      lower(kernel, atomic);
    }
  }

  /** Does the block do an access once? Not where the launch says itself what each thread does. */
  private static boolean isDoneOnce(Kernel kernel, Value buffer) {
    boolean isGlobal = Space.of(buffer) == Space.GLOBAL;
    return isGlobal ? !kernel.asksForThreads() : kernel.isPlaced(buffer);
  }

  private static void lower(Kernel kernel, Operation op) throws LoweringFailure {
    Inserter before = Inserter.before(op);
    Value isFirst = op instanceof LoadOp ? null : isFirst(kernel, before);
    Nest nest = new Nest(kernel, op, isFirst);
    PointCode code = PointCode.of(nest, Inserter.after(op), 1, null);
    code.write(op);
    for (OpResult result : op.results()) {
      if (!result.isUnused()) {
        result.replaceAllUsesWith(code.element(result, 0));
      }
    }
    op.erase();
  }

  private static Value isFirst(Kernel kernel, Inserter at) {
    ThreadMath math = kernel.math();
    Value thread = math.value(ThreadFunction.THREAD);
    return CmpIOp.create(at, CmpIPredicate.EQ, thread, math.constant(0)).result();
  }
}
