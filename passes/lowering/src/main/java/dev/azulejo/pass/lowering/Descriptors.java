// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.OrIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Descriptors of operands in shared memory, each computed once, ahead of all loops. */
final class Descriptors {
  /** The bytes that a descriptor counts as one. */
  static final int UNIT = 16;

  private static final int UNIT_BITS = 4;
  private static final int ADDRESS = 0x3ffff;

  private final Kernel kernel;
  private final Map<List<Object>, Value> bases = new LinkedHashMap<>();

  Descriptors(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * The descriptor of what begins so many bytes behind the start of a buffer's memory.
   *
   * @param memory the memory
   * @param fields all of the descriptor but the address
   * @param bytes how many bytes, which may depend on the thread
   */
  Value of(Value memory, long fields, IndexExpr bytes) {
    return bases.computeIfAbsent(
        List.of(memory, fields, bytes), _ -> compute(memory, fields, bytes));
  }

  private Value compute(Value memory, long fields, IndexExpr bytes) {
    ThreadMath math = kernel.math();
    Value address = put(AddressOp.create(math.at(), memory, List.of(Offset.of(0))).result());
    if (!(bytes instanceof IndexExpr.Constant(long none) && none == 0)) {
      Value more = math.value(bytes);
      Value narrow = put(IndexCastOp.create(math.at(), more, IntegerType.I32).out());
      address = put(AddIOp.create(math.at(), address, narrow).result());
    }
    Value mask = math.constant(IntegerAttr.i32(ADDRESS));
    Value within = put(AndIOp.create(math.at(), address, mask).result());
    Value by = math.constant(IntegerAttr.i32(UNIT_BITS));
    Value units = put(ShRUIOp.create(math.at(), within, by).result());
    Value wide = put(ExtUIOp.create(math.at(), units, IntegerType.I64).out());
    Value rest = math.constant(IntegerAttr.i64(fields));
    return put(OrIOp.create(math.at(), wide, rest).result());
  }

  private OpResult put(OpResult result) {
    kernel.math().placed(result);
    return result;
  }
}
