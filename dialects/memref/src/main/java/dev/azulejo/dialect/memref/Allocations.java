// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operations that allocate have in common. */
final class Allocations {
  private Allocations() {}

  static void verify(Operation op, AllocLike alloc, Diagnostics diagnostics) {
    if (!(alloc.memref().type() instanceof MemRefType type)) {
      return;
    }
    int sizes = alloc.dynamicSizes().size();
    int wanted = DynamicDimensions.count(type.shape());
    if (sizes != wanted) {
      diagnostics.report(
          op.error("incorrect number of dynamic sizes, has %d, expected %d", sizes, wanted));
      return;
    }
    int symbols = type.layout() instanceof AffineMapAttr map ? map.value().symbols() : 0;
    if (alloc.symbolOperands().size() != symbols) {
      diagnostics.report(
          op.error(
              "symbol operand count does not equal memref symbol count: expected %d, got %d",
              symbols, alloc.symbolOperands().size()));
    }
  }

  /** The operand that is the size of a dimension whose size the type leaves open, or null. */
  static @Nullable Offset size(AllocLike alloc, long dimension) {
    if (!(alloc.memref().type() instanceof MemRefType type)) {
      return null;
    }
    return DynamicDimensions.operand(type.shape(), dimension, alloc.dynamicSizes());
  }

  /** A buffer that is only written and deallocated is of no use to anybody. */
  static boolean eraseIfOnlyWritten(Operation op, AllocLike alloc, Rewriter rewriter) {
    OpResult buffer = alloc.memref();
    List<Operation> users = new ArrayList<>();
    for (Use use : buffer.uses()) {
      Operation user = use.owner();
      boolean writes = user instanceof StoreOp store && store.value() != buffer;
      if (!writes && !(user instanceof DeallocOp)) {
        return false;
      }
      users.add(user);
    }
    users.forEach(rewriter::erase);
    rewriter.erase(op);
    return true;
  }

  /** Dynamic sizes that are constants move into the type; a cast gives users the old type. */
  static boolean makeStatic(Operation op, AllocLike alloc, Rewriter rewriter) {
    if (!(alloc.memref().type() instanceof MemRefType type)) {
      return false;
    }
    DynamicDimensions.Known sizes = DynamicDimensions.learn(type, alloc.dynamicSizes());
    if (sizes == null) {
      return false;
    }
    MemRefType known = sizes.type();
    Inserter at = rewriter.before(op);
    OpResult made =
        switch (alloc) {
          case AllocOp _ ->
              AllocOpImpl.at(at)
                  .operands(sizes.dynamic())
                  .operands(alloc.symbolOperands())
                  .result(known)
                  .attribute("alignment", op.attribute("alignment"))
                  .create()
                  .memref();
          case AllocaOp _ ->
              AllocaOpImpl.at(at)
                  .operands(sizes.dynamic())
                  .operands(alloc.symbolOperands())
                  .result(known)
                  .attribute("alignment", op.attribute("alignment"))
                  .create()
                  .memref();
        };
    rewriter.replace(op, CastOp.create(at, type, made));
    return true;
  }
}
