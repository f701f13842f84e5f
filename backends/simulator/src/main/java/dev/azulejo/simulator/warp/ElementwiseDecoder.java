// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.math.FmaOp;
import dev.azulejo.dialect.vector.FMAOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Numbering;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.op.ModuleOp;

/**
 * The code of arithmetic on vectors: of the operation on one element, made for the purpose, for
 * each element. An operand that is no vector is the same for all.
 */
final class ElementwiseDecoder {
  private final WarpDecoder decoder;

  ElementwiseDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  WarpCode decode(Operation op) {
    if (op.resultCount() != 1 || op.regionCount() != 0) {
      throw WarpDecoder.unsupported(op);
    }
    ScalarOperations.Function function = decoder.scalars().of(scalar(op));
    int count = WarpDecoder.width(op.result(0).type());
    int[] from = decoder.slots(op.operands());
    int[] stride = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      stride[i] = op.operand(i).type() instanceof VectorType ? 1 : 0;
    }
    int to = decoder.slot(op.result(0));
    long[] operands = new long[from.length];
    long[] results = new long[1];
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        for (int i = 0; i < count; i++) {
          for (int j = 0; j < from.length; j++) {
            operands[j] = warp.lanes(from[j] + i * stride[j])[lane];
          }
          function.apply(operands, results);
          warp.lanes(to + i)[lane] = results[0];
        }
      }
    };
  }

  /** The same operation on elements, in a module of its own. */
  private static Operation scalar(Operation op) {
    Region region = new Region();
    Block block = region.appendBlock();
    for (Value operand : op.operands()) {
      block.addArgument(VectorDecoder.element(operand), op.location());
    }
    Operation scalar;
    if (op instanceof FMAOp) {
      // Of vectors only; its twin is of scalars.
      Inserter at = Inserter.atEnd(block, op.location());
      scalar = FmaOp.create(at, block.argument(0), block.argument(1), block.argument(2));
    } else {
      var state = new OperationState(op.schema(), op.location());
      block.arguments().forEach(state::operand);
      state.result(VectorDecoder.element(op.result(0)));
      op.inherentAttributes().forEach(entry -> state.attribute(entry.name(), entry.value()));
      scalar = op.schema().create(state);
      block.append(scalar);
    }
    var module = new OperationState(ModuleOp.schemaOfModules(), op.location()).region(region);
    Numbering.of(module.create());
    return scalar;
  }
}
