// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import java.util.function.Consumer;

/**
 * What changes each element of a region in one piece, by the element of another region, have in
 * common. The target is always read and written. Where the old contents have to be seen, {@code
 * memref.atomic_rmw} gives those of one element.
 */
public sealed interface AtomicUpdate extends Copying permits AtomicAddOp, AtomicMaxOp, AtomicMinOp {
  /** What the elements of targets may be. */
  List<Type> ELEMENTS =
      List.of(
          IntegerType.I32,
          IntegerType.I64,
          FloatType.F16,
          FloatType.BF16,
          FloatType.F32,
          FloatType.F64);

  /** What it does, for a message: "adds". */
  String does();

  /** Hands over what an update accesses. */
  static void accesses(AtomicUpdate update, Consumer<Access> sink) {
    sink.accept(BufferAccess.read(update.sourceRegion()));
    sink.accept(BufferAccess.read(update.targetRegion()));
    sink.accept(BufferAccess.write(update.targetRegion()));
  }

  /** Checks the regions, where they are and what their elements are. */
  default void verifyUpdate(Operation op, Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    verifyCopy(op, diagnostics);
    if (diagnostics.errorCount() > before) {
      return;
    }
    boolean isOnChip = Space.of(source()) != Space.GLOBAL;
    boolean isShared = Space.of(target()) == Space.GLOBAL || Space.of(target()) == Space.SHARED;
    Type element = target().type() instanceof MemRefType type ? type.elementType() : null;
    if (!isOnChip || !isShared) {
      diagnostics.report(
          op.error("%s what is on chip to global or shared memory, and nothing else", does()));
    } else if (element == null || !ELEMENTS.contains(element)) {
      diagnostics.report(
          op.error("%s to elements of type i32, i64, f16, bf16, f32 and f64 only", does()));
    }
  }
}
