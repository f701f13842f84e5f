// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.builtin.UnrankedMemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.trait.FoldResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When one type of a buffer can be cast to another, and where such a cast is of no use. */
final class Casts {
  private Casts() {}

  /** Reports that an operation of one operand and one result can't cast the one to the other. */
  static void refuse(Operation op, Diagnostics diagnostics) {
    diagnostics.report(
        op.error(
            "operand type '%s' and result type '%s' are cast incompatible",
            AsmText.ofType(op.operand(0).type()), AsmText.ofType(op.result(0).type())));
  }

  /** Can a buffer of one type be of the other? */
  static boolean areCompatible(Type from, Type to) {
    if (from instanceof MemRefType one && to instanceof MemRefType two) {
      return one.elementType().equals(two.elementType())
          && Objects.equals(one.memorySpace(), two.memorySpace())
          && haveCompatibleLayouts(one, two)
          && haveCompatibleShapes(one, two);
    }
    boolean oneUnranked = from instanceof UnrankedMemRefType;
    boolean otherUnranked = to instanceof UnrankedMemRefType;
    return oneUnranked != otherUnranked
        && Objects.equals(elementType(from), elementType(to))
        && Objects.equals(memorySpace(from), memorySpace(to));
  }

  static @Nullable Type elementType(Type type) {
    return switch (type) {
      case MemRefType memref -> memref.elementType();
      case UnrankedMemRefType memref -> memref.elementType();
      default -> null;
    };
  }

  static @Nullable Attribute memorySpace(Type type) {
    return switch (type) {
      case MemRefType memref -> memref.memorySpace();
      case UnrankedMemRefType memref -> memref.memorySpace();
      default -> null;
    };
  }

  static boolean haveCompatibleShapes(MemRefType one, MemRefType two) {
    if (one.rank() != two.rank()) {
      return false;
    }
    long[] some = one.shape();
    long[] others = two.shape();
    for (int i = 0; i < some.length; i++) {
      if (!mayAgree(some[i], others[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveCompatibleLayouts(MemRefType one, MemRefType two) {
    if (Objects.equals(one.layout(), two.layout())) {
      return true;
    }
    Strides some = Strides.of(one);
    Strides others = Strides.of(two);
    if (some == null || others == null || some.rank() != others.rank()) {
      return false;
    }
    for (int i = 0; i < some.rank(); i++) {
      if (!mayAgree(some.stride(i), others.stride(i))) {
        return false;
      }
    }
    return mayAgree(some.offset(), others.offset());
  }

  private static boolean mayAgree(long one, long other) {
    return one == other || one == ShapedType.DYNAMIC || other == ShapedType.DYNAMIC;
  }

  /** Lets a user of casts that only forget something use what was cast. */
  static FoldResult foldIntoConsumer(Operation op) {
    return foldIntoConsumer(op, null);
  }

  /** The same, save for an operand that must stay. */
  static FoldResult foldIntoConsumer(Operation op, @Nullable Value kept) {
    boolean folded = false;
    for (int i = 0; i < op.operandCount(); i++) {
      Value operand = op.operand(i);
      if (operand != kept
          && operand.definingOp() instanceof CastOp cast
          && !(cast.source().type() instanceof UnrankedMemRefType)) {
        op.setOperand(i, cast.source());
        folded = true;
      }
    }
    return folded ? FoldResult.inPlace() : FoldResult.unchanged();
  }

  /** Does a cast between types with a rank only forget what is known of sizes and strides? */
  static boolean onlyForgets(CastOp cast) {
    if (!(cast.source().type() instanceof MemRefType from)
        || !(cast.dest().type() instanceof MemRefType to)
        || !from.elementType().equals(to.elementType())
        || from.rank() != to.rank()) {
      return false;
    }
    Strides known = Strides.of(from);
    Strides left = Strides.of(to);
    if (known == null || left == null || learns(known.offset(), left.offset())) {
      return false;
    }
    for (int i = 0; i < from.rank(); i++) {
      if (learns(from.shape()[i], to.shape()[i]) || learns(known.stride(i), left.stride(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean learns(long before, long after) {
    return before == ShapedType.DYNAMIC && after != ShapedType.DYNAMIC;
  }
}
