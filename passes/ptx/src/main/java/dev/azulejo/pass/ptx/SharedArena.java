// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.SharedOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the buffers in shared memory where it is said that they lie, and the others behind these, in
 * the order of the program.
 */
final class SharedArena {
  private static final long MOST = 48 * 1024L;
  private static final long USUAL = 16;

  /** A buffer, its alignment and its place, in bytes. */
  private record Place(AllocaOp op, MemRefType type, long align, long start) {
    long bytes() {
      return type.bitSize() / Byte.SIZE;
    }
  }

  private final KernelWriter writer;
  private final List<Place> places = new ArrayList<>();
  private long bytes;
  private long align = USUAL;

  private SharedArena(KernelWriter writer) {
    this.writer = writer;
  }

  /** Sets memory aside for all buffers in an operation. */
  static void make(KernelWriter writer, Operation root) throws Unconvertible {
    SharedArena arena = new SharedArena(writer);
    List<AllocaOp> all = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof AllocaOp alloca && "shared".equals(SpaceOf.word(alloca.memref().type()))) {
        all.add(alloca);
      }
    });
    for (AllocaOp op : all) {
      if (SharedPlace.of(op) != null) {
        writer.begin(op);
        arena.place(op);
      }
    }
    for (AllocaOp op : all) {
      if (SharedPlace.of(op) == null) {
        writer.begin(op);
        arena.place(op);
      }
    }
    if (!all.isEmpty()) {
      writer.begin(root);
      arena.write(root);
    }
  }

  private void place(AllocaOp op) throws Unconvertible {
    if (!(op.memref().type() instanceof MemRefType type)
        || !op.dynamicSizes().isEmpty()
        || type.layout() != null
        || Scalars.width(type.elementType()) % Byte.SIZE != 0
        || Scalars.width(type.elementType()) == 0) {
      throw writer.failure(
          "makes a %s in shared memory; static shapes of plain numbers are possible",
          AsmText.ofType(op.memref().type()));
    }
    long wanted = op.alignment().map(IntegerAttr::longValue).orElse(USUAL);
    Long said = SharedPlace.of(op);
    long start = said == null ? Math.ceilDiv(bytes, wanted) * wanted : said;
    if (start % wanted != 0) {
      throw writer.failure(
          "is to lie at byte %d of shared memory, but its alignment is %d", start, wanted);
    }
    Place place = new Place(op, type, wanted, start);
    places.add(place);
    bytes = Math.max(bytes, start + place.bytes());
    align = Math.max(align, wanted);
  }

  private void write(Operation root) throws Unconvertible {
    if (bytes > MOST) {
      Diagnostic error =
          root.error(
              "needs %d bytes of shared memory for its buffers, but %d are possible; smaller tiles"
                  + " or fewer stages need less",
              bytes, MOST);
      for (Place place : places) {
        error =
            error.note(
                place.op().location(),
                "%d bytes are for this %s",
                place.bytes(),
                AsmText.ofType(place.type()));
      }
      throw new Unconvertible(error);
    }
    Value row = SharedOp.create(writer.atStart(), bytes, align).buffer();
    for (Place place : places) {
      writer.begin(place.op());
      Value start =
          AddressOp.create(writer.atStart(), row, List.of(Offset.of(place.start()))).result();
      writer.define(place.op().memref(), new Buffer.Shared(start, place.type()));
    }
  }
}
