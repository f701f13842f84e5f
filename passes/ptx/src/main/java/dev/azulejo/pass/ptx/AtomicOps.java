// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.memref.AtomicKind;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.ptx.AtomOp;
import dev.azulejo.dialect.ptx.RedOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates of single elements in one piece: {@code red} where nobody asks what was there. */
final class AtomicOps {
  private static final List<Type> SUMMED =
      List.of(FloatType.F16, FloatType.BF16, FloatType.F32, FloatType.F64);

  private final KernelWriter writer;

  AtomicOps(KernelWriter writer) {
    this.writer = writer;
  }

  void update(AtomicRMWOp op) throws Unconvertible {
    AtomicKind kind = op.kind();
    String word = word(kind);
    Type type = op.value().type();
    boolean isWhole = type.equals(IntegerType.I32) || type.equals(IntegerType.I64);
    boolean exists = kind == AtomicKind.ADDF ? SUMMED.contains(type) : isWhole;
    if (word == null || !exists) {
      throw writer.failure(
          "has no instruction of PTX for '%s' of %s", kind.spelling(), AsmText.ofType(type));
    }
    Buffer buffer = writer.buffer(op.memref());
    Address address = Address.of(writer, buffer, writer.scalars(op.indices()));
    Value value = writer.scalar(op.value());
    // An exchange has no form without a result.
    boolean isSeen = !op.result().isUnused() || kind == AtomicKind.ASSIGN;
    Operation made;
    if (isSeen) {
      AtomOp atom = AtomOp.create(writer.at(), address.base(), value, word, address.space());
      atom.setAttribute("offset", IntegerAttr.of(IntegerType.I32, address.offset()));
      writer.define(op.result(), atom.result());
      made = atom;
    } else {
      made =
          RedOp.create(
              writer.at(), word, address.space(), address.base(), address.offset(), value, null);
    }
    if (kind == AtomicKind.MAXU || kind == AtomicKind.MINU) {
      made.setAttribute("unsigned", UnitAttr.INSTANCE);
    }
  }

  private static @Nullable String word(AtomicKind kind) {
    return switch (kind) {
      case ADDF, ADDI -> "add";
      case ASSIGN -> "exch";
      case MAXS, MAXU -> "max";
      case MINS, MINU -> "min";
      case ANDI -> "and";
      case ORI -> "or";
      case XORI -> "xor";
      case MULF, MULI, MAXIMUMF, MINIMUMF, MAXNUMF, MINNUMF -> null;
    };
  }
}
