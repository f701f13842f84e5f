// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.chain;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;

/** A fill with zero right before a product that adds to it: the product can begin at zero. */
final class FoldedFill {
  private FoldedFill() {}

  /** What stands before a chain's first product, without the fill that this now does itself. */
  static List<Operation> of(ChainLoop chain) {
    List<Operation> head = new ArrayList<>(chain.head());
    GemmOp gemm = chain.first();
    if (gemm.clear().isPresent() || !RegionOperand.isAll(gemm.cRegion())) {
      return head;
    }
    for (Operation op : chain.head()) {
      if (op instanceof FillOp fill
          && fill.target() == gemm.c()
          && RegionOperand.isAll(fill.region())
          && isZero(fill.value())) {
        Inserter ahead = Inserter.before(chain.loop()).withLocation(gemm.location());
        gemm.setClear(ConstantOp.create(ahead, IntegerAttr.bool(true)).result());
        head.remove(fill);
        return head;
      }
    }
    return head;
  }

  private static boolean isZero(Value value) {
    Attribute known = Constants.of(value);
    return switch (known) {
      case FloatAttr number -> number.bits().signum() == 0;
      case IntegerAttr number -> number.value().signum() == 0;
      case null, default -> false;
    };
  }
}
