// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scalars of a loop's body are in its first iterations, found by folding. */
final class FirstIterations {
  /** As many as tell a parity that alternates from one that doesn't. */
  private static final int TRIED = 4;

  private FirstIterations() {}

  /**
   * The parity that a wait begins with, or null where it is not known to follow the iterations.
   *
   * @param fresh whether each iteration has barriers of its own, so that the parity must stay; else
   *     it must alternate
   */
  static @Nullable Boolean parity(LoopBody body, Value parity, boolean fresh) {
    Long from = IndexMath.of(body.loop().from()).constant();
    Boolean first = null;
    for (int i = 0; i < TRIED; i++) {
      Long value = from == null ? constant(parity) : valueAt(body, parity, from + i);
      if (value == null) {
        return null;
      }
      boolean isOdd = (value & 1) == 1;
      if (first == null) {
        first = isOdd;
      } else if (isOdd != (first ^ (!fresh && i % 2 == 1))) {
        return null;
      }
    }
    return first;
  }

  private static @Nullable Long valueAt(LoopBody body, Value value, long index) {
    Operation source = value.definingOp();
    if (source == null || source.block() != body.loop().body()) {
      return value == body.loop().index() ? Long.valueOf(index) : constant(value);
    }
    Region scratch = new Region();
    Block block = scratch.appendBlock();
    Inserter at = Inserter.atEnd(block, source.location());
    ValueMapping mapping = new ValueMapping();
    mapping.put(body.loop().index(), ConstantOp.index(at, index));
    for (Operation binding : body.bindingsFor(source)) {
      fold(at, binding, mapping);
    }
    fold(at, source, mapping);
    Long found = constant(mapping.get(value));
    List<Operation> all = block.operations();
    for (Operation op : all.reversed()) {
      op.erase();
    }
    return found;
  }

  private static void fold(Inserter at, Operation op, ValueMapping mapping) {
    Operation copy = at.insert(op.copy(mapping));
    if (copy instanceof Foldable foldable
        && foldable.fold() instanceof FoldResult.Replaced replaced) {
      for (int i = 0; i < replaced.results().size(); i++) {
        switch (replaced.results().get(i)) {
          case FoldResult.Folded.Existing existing -> mapping.put(op.result(i), existing.value());
          case FoldResult.Folded.Constant(Attribute constant)
              when constant instanceof TypedAttr t ->
              mapping.put(op.result(i), ConstantOp.create(at, t).result());
          case FoldResult.Folded.Constant _ -> {}
        }
      }
    }
  }

  private static @Nullable Long constant(Value value) {
    return Constants.of(value) instanceof IntegerAttr number ? number.longValue() : null;
  }
}
