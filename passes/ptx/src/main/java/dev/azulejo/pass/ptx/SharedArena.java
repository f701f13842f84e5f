// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.SharedOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the buffers in shared memory where it is said that they lie, and the others behind these, in
 * the order of the program. What is more than every launch may have is asked for at launch.
 */
final class SharedArena {
  /** What a kernel may declare; more than that its launch has to ask for. */
  private static final long MOST_DECLARED = 48 * 1024L;

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
        || Scalars.memoryWidth(type.elementType()) % Byte.SIZE != 0
        || Scalars.memoryWidth(type.elementType()) == 0) {
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
    SharedPlace.set(op, start);
    places.add(place);
    bytes = Math.max(bytes, start + place.bytes());
    align = Math.max(align, wanted);
  }

  private void write(Operation root) throws Unconvertible {
    Target target = Target.of(root);
    long most = target == null ? MOST_DECLARED : target.sharedBytes();
    if (bytes > most) {
      throw new Unconvertible(tooLarge(root, target, most));
    }
    Inserter at = writer.atStart();
    SharedOp row =
        bytes > MOST_DECLARED
            ? SharedOp.createDynamic(at, bytes, align)
            : SharedOp.create(at, bytes, align);
    for (Place place : places) {
      writer.begin(place.op());
      Value start =
          AddressOp.create(writer.atStart(), row.buffer(), List.of(Offset.of(place.start())))
              .result();
      writer.define(place.op().memref(), new Buffer.Shared(start, place.type()));
    }
  }

  // --- Too much ---------------------------------------------------------------------------------

  private Diagnostic tooLarge(Operation root, @Nullable Target target, long most) {
    Diagnostic error =
        root.error(
            "needs %d bytes of shared memory for its buffers, but %s; %s",
            bytes,
            target == null
                ? "without a target only " + most + " are possible"
                : "a block of " + target.name() + " has at most " + most,
            wayOut(most));
    List<Place> largestFirst = new ArrayList<>(places);
    largestFirst.sort(Comparator.comparingLong(Place::bytes).reversed());
    for (Place place : largestFirst) {
      long versions = SharedPlace.versions(place.op());
      error =
          error.note(
              place.op().location(),
              "%d bytes are for this %s%s",
              place.bytes(),
              AsmText.ofType(place.type()),
              versions == 1
                  ? ""
                  : ", " + versions + " versions of " + place.bytes() / versions + " bytes");
    }
    return error;
  }

  /** What would make the buffers fit. */
  private String wayOut(long most) {
    long versions = 1;
    for (Place place : places) {
      versions = Math.max(versions, SharedPlace.versions(place.op()));
    }
    for (long fewer = versions - 1; fewer >= 1; fewer--) {
      long needed = withVersions(fewer);
      if (needed <= most) {
        return fewer == 1
            ? "without stages it would need " + needed
            : "with " + fewer + " stages it would need " + needed;
      }
    }
    return versions == 1
        ? "smaller tiles need less"
        : "even without stages it would need " + withVersions(1) + ", so make tiles smaller";
  }

  /** How many bytes it takes if no buffer has more than so many versions. */
  private long withVersions(long most) {
    long end = 0;
    for (Place place : places) {
      long versions = SharedPlace.versions(place.op());
      long start = Math.ceilDiv(end, place.align()) * place.align();
      end = start + place.bytes() / versions * Math.min(versions, most);
    }
    return end;
  }
}
