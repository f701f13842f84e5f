// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The word of a barrier as its address was written: two that are equal are one word.
 *
 * @param base the buffer or value that something was added to
 * @param indices the values among the indices of the buffer
 * @param bytes how many bytes were added
 */
record BarrierWord(Value base, List<Value> indices, long bytes) {

  static BarrierWord of(Value address, long bytes) {
    return switch (address.definingOp()) {
      case AddIOp sum when Constants.of(sum.rhs()) instanceof IntegerAttr known ->
          of(sum.lhs(), bytes + known.longValue());
      case AddressOp op when op.allIndices().size() == 1 -> {
        List<Value> indices = new ArrayList<>();
        long more = 0;
        for (Offset index : op.allIndices()) {
          Value value = index instanceof Offset.Dynamic(Value dynamic) ? dynamic : null;
          Long number = value == null ? index.constant() : number(value);
          if (number != null) {
            more += number * SharedBarriers.BYTES;
          } else if (value != null) {
            indices.add(value);
          }
        }
        yield new BarrierWord(op.buffer(), List.copyOf(indices), bytes + more);
      }
      case null, default -> new BarrierWord(address, List.of(), bytes);
    };
  }

  private static @Nullable Long number(Value value) {
    return Constants.of(value) instanceof IntegerAttr known && known.fitsLong()
        ? (Long) known.longValue()
        : null;
  }
}
