// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.CeilDivSIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.DivSIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.IndexCastUIOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MaxUIOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.RemSIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SIToFPOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.ShRSIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.UIToFPOp;
import dev.azulejo.dialect.math.AbsIOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes in registers of 16 bits. Sums, products and bit operations of them need nothing; whoever
 * asks for more than the lower half gets it filled up first.
 */
final class Bytes {
  private final KernelWriter writer;

  Bytes(KernelWriter writer) {
    this.writer = writer;
  }

  /** How the upper half is filled. */
  private enum Upper {
    SIGN,
    ZERO,
    ANYTHING
  }

  /** The operands of an operation in registers, bytes among them as the operation needs them. */
  List<Value> widened(Operation op) throws Unconvertible {
    List<Value> all = new ArrayList<>();
    for (Value operand : op.operands()) {
      Value register = writer.scalar(operand);
      Upper upper = Scalars.isByte(operand.type()) ? upper(op) : Upper.ANYTHING;
      all.add(
          switch (upper) {
            case SIGN -> filled(register, "s8", "s16");
            case ZERO -> filled(register, "u8", "u16");
            case ANYTHING -> register;
          });
    }
    return all;
  }

  private Value filled(Value value, String from, String to) {
    if (KernelWriter.number(value) != null && from.equals("s8")) {
      return value;
    }
    CvtOp op = CvtOp.create(writer.at(), value, IntegerType.I16);
    op.setAttribute("from", StringAttr.of(from));
    op.setAttribute("to", StringAttr.of(to));
    return op.result();
  }

  private static Upper upper(Operation op) {
    return switch (op) {
      case CmpIOp compare ->
          switch (compare.comparison()) {
            case SLT, SLE, SGT, SGE -> Upper.SIGN;
            case EQ, NE, ULT, ULE, UGT, UGE -> Upper.ZERO;
          };
      case DivSIOp _,
          RemSIOp _,
          FloorDivSIOp _,
          CeilDivSIOp _,
          ShRSIOp _,
          MinSIOp _,
          MaxSIOp _,
          ExtSIOp _,
          SIToFPOp _,
          IndexCastOp _,
          AbsIOp _ ->
          Upper.SIGN;
      case DivUIOp _,
          RemUIOp _,
          CeilDivUIOp _,
          ShLIOp _,
          ShRUIOp _,
          MinUIOp _,
          MaxUIOp _,
          ExtUIOp _,
          UIToFPOp _,
          IndexCastUIOp _ ->
          Upper.ZERO;
      default -> Upper.ANYTHING;
    };
  }
}
