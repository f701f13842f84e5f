// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Synchronous copies between global and shared memory, of equal elements: each thread loads and
 * stores vectors of at most 16 bytes. What is outside of the tensor is read as zero, and is not
 * written.
 */
final class SimtCopy {
  private static final int WIDEST = 16;
  private static final int WORD = 4;

  private final Kernel kernel;
  private final CopyOp copy;
  private final GlobalRegion global;
  private final SharedRegion shared;
  private final boolean loads;
  private final Shape sizes;
  private final Inserter at;
  private String obstacle = "";

  private SimtCopy(Kernel kernel, CopyOp copy) throws LoweringFailure {
    this.kernel = kernel;
    this.copy = copy;
    this.loads = Space.of(copy.source()) == Space.GLOBAL;
    this.global = GlobalRegion.of(kernel, copy, loads ? copy.sourceRegion() : copy.targetRegion());
    this.shared = SharedRegion.of(kernel, copy, loads ? copy.targetRegion() : copy.sourceRegion());
    this.sizes = AsyncCopyLowering.sizes(copy.targetRegion());
    this.at = Inserter.before(copy);
  }

  static void lower(Kernel kernel, CopyOp copy) throws LoweringFailure {
    Type from = Kernel.type(copy.source()).elementType();
    Type to = Kernel.type(copy.target()).elementType();
    if (!from.equals(to)) {
      throw LoweringFailure.of(copy, "a conversion on the way is not known here yet");
    }
    new SimtCopy(kernel, copy).lower();
    copy.erase();
  }

  private void lower() throws LoweringFailure {
    int width = width();
    Chunks chunks = new Chunks(sizes, width / global.bytes(), kernel.threads());
    kernel.decide(
        copy,
        "copy",
        loads ? "from global to shared memory" : "from shared to global memory",
        "loads and stores of " + width + " bytes, " + chunks.perThread() + " a thread",
        obstacle);
    for (int i = 0; i < chunks.perThread(); i++) {
      List<IndexExpr> point = chunks.at(i);
      Value guard = guard(global.isInside(point), chunks.usedBy(i));
      Value used = used(chunks.usedBy(i));
      Address inTensor = global.address(point);
      Address inTile = shared.address(point);
      if (loads) {
        List<Value> words = load("global", inTensor, width, guard);
        store("shared", inTile, words, used);
      } else {
        List<Value> words = load("shared", inTile, width, used);
        store("global", inTensor, words, guard);
      }
    }
  }

  /** How many bytes are moved at once. */
  private int width() throws LoweringFailure {
    for (int width = WIDEST; width >= global.bytes(); width /= 2) {
      String reason = Vectors.obstacle(width / global.bytes(), sizes, global, shared);
      if (reason == null) {
        return width;
      }
      obstacle = reason;
    }
    throw LoweringFailure.of(copy, "its elements can't be moved one by one");
  }

  private static IntegerType word(int width) {
    return width >= WORD ? IntegerType.I32 : IntegerType.I16;
  }

  private List<Value> load(String space, Address from, int width, @Nullable Value guard) {
    List<Type> types = Collections.nCopies(Math.max(1, width / WORD), word(width));
    if (guard == null) {
      return new ArrayList<>(LdOp.create(at, space, from.base(), from.bytes(), types).values());
    }
    Value zero = kernel.math().constant(IntegerAttr.of(word(width), 0));
    List<Value> otherwise = Collections.nCopies(types.size(), zero);
    return new ArrayList<>(
        LdOp.createGuarded(at, space, from.base(), from.bytes(), guard, otherwise).values());
  }

  private void store(String space, Address to, List<Value> words, @Nullable Value guard) {
    if (guard == null) {
      StOp.create(at, space, to.base(), to.bytes(), words);
    } else {
      StOp.createGuarded(at, space, to.base(), to.bytes(), words, guard);
    }
  }

  /** Whether the thread has a chunk; null if every one has. */
  private @Nullable Value used(@Nullable Long count) {
    if (count == null) {
      return null;
    }
    Value thread = kernel.math().value(ThreadFunction.THREAD);
    return CmpIOp.create(at, CmpIPredicate.SLT, thread, kernel.math().constant(count)).result();
  }

  private @Nullable Value guard(@Nullable Value inside, @Nullable Long count) {
    Value used = used(count);
    if (inside == null || used == null) {
      return inside == null ? used : inside;
    }
    return AndIOp.create(at, inside, used).result();
  }
}
