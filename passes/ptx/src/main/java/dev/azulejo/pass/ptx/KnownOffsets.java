// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.List;
import java.util.Map;

/** Numbers that are added to addresses become part of the instructions that use them. */
final class KnownOffsets {
  /** The offsets of instructions, and which operand each is added to. */
  private static final Map<String, List<String>> ADDRESSES =
      Map.of(
          "offset", List.of("address", "barrier"),
          "target_offset", List.of("target"),
          "source_offset", List.of("source"));

  private KnownOffsets() {}

  /** Takes numbers that are known out of the sums that are an instruction's addresses. */
  static void fold(Operation op) {
    for (OpSchema.InherentAttribute attribute : op.schema().attributes()) {
      List<String> operands = ADDRESSES.get(attribute.name());
      if (operands != null) {
        List<OpSchema.Group> groups = op.schema().operands();
        for (int i = 0; i < groups.size(); i++) {
          if (operands.contains(groups.get(i).name())) {
            fold(op, attribute.name(), op.operandGroupStart(i));
          }
        }
      }
    }
  }

  private static void fold(Operation op, String offset, int operand) {
    long bytes = op.attribute(offset) instanceof IntegerAttr known ? known.longValue() : 0;
    Value base = op.operand(operand);
    long folded = bytes;
    while (base.definingOp() instanceof AddOp sum) {
      Long number = KernelWriter.number(sum.rhs());
      if (number == null || folded + number != (int) (folded + number)) {
        break;
      }
      folded += number;
      base = sum.lhs();
    }
    if (folded != bytes) {
      op.setOperand(operand, base);
      op.setAttribute(offset, IntegerAttr.i32(Math.toIntExact(folded)));
    }
  }
}
