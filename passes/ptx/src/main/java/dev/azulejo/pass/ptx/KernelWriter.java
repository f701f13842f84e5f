// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.ShflSyncOp;
import dev.azulejo.dialect.ptx.SpecialOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that is being written: where the next instruction goes, and what has become of the
 * values of the program. What is the same all the time, constants among it, stands at the kernel's
 * start.
 */
final class KernelWriter {
  private static final int LAST_LANE = 31;

  private final Region region;
  private final Block prologue = new Block();
  private final Map<Value, Value> scalars = new IdentityHashMap<>();
  private final Map<Value, Lanes> vectors = new IdentityHashMap<>();
  private final Map<Value, Buffer> buffers = new IdentityHashMap<>();
  private final Map<TypedAttr, Value> constants = new HashMap<>();
  private final Map<String, Value> specials = new HashMap<>();
  private Block current;
  private Operation source;
  private @Nullable Value firstThread;
  private boolean hasWarpgroups;
  private boolean early;

  /** A writer into a region whose first block is empty yet. */
  KernelWriter(Region region, Operation source) {
    this.region = region;
    this.current = region.entry();
    this.source = source;
  }

  // --- Where ------------------------------------------------------------------------------------

  /** Says what is converted next; what is written gets its location. */
  void begin(Operation op) {
    source = op;
  }

  /** Writes at the kernel's start from now on, or where it wrote before; returns what was so. */
  boolean writeEarly(boolean atStart) {
    boolean before = early;
    early = atStart;
    return before;
  }

  /** Where the next instruction goes. */
  Inserter at() {
    return Inserter.atEnd(early ? prologue : current, source.location());
  }

  /** At the kernel's start. */
  Inserter atStart() {
    return Inserter.atEnd(prologue, source.location());
  }

  /** The instruction that was written last. */
  Operation last() {
    Operation last = (early ? prologue : current).last();
    if (last == null) {
      throw new CompilerBug("nothing was written yet");
    }
    return last;
  }

  /** The blocks that there are, in order. */
  List<Block> blocks() {
    return region.blocks();
  }

  /** Continues in a block, which comes behind all that are there. */
  void open(Block block) {
    region.append(block);
    current = block;
  }

  /** Puts what belongs at the start there; nothing is written after that. */
  void finish() {
    Operation first = region.entry().first();
    for (Operation op : prologue.operations()) {
      if (first == null) {
        op.moveToEnd(region.entry());
      } else {
        op.moveBefore(first);
      }
    }
    eraseUnused();
  }

  /** Erases what nobody asks for: negations that a jump asks for itself, and what led to them. */
  private void eraseUnused() {
    for (Block block : region.blocks().reversed()) {
      Operation op = block.last();
      while (op != null) {
        Operation before = op.previous();
        if (op instanceof Pure && op.resultCount() > 0 && op.isUnused()) {
          op.erase();
        }
        op = before;
      }
    }
  }

  /** An error at what is converted now. */
  Unconvertible failure(String format, Object... arguments) {
    return new Unconvertible(source.error(format, arguments));
  }

  // --- Constants --------------------------------------------------------------------------------

  /** A number. */
  Value constant(TypedAttr number) {
    Value known = constants.get(number);
    if (known == null) {
      known = ConstantOp.create(atStart(), number).result();
      constants.put(number, known);
    }
    return known;
  }

  /** A number of 32 bits. */
  Value i32(long number) {
    return constant(IntegerAttr.of(IntegerType.I32, number));
  }

  /** A register that the hardware sets. */
  Value special(String register) {
    Value known = specials.get(register);
    if (known == null) {
      known = SpecialOp.create(atStart(), register).result();
      specials.put(register, known);
    }
    return known;
  }

  /** Says that products of warpgroups are made, by whole warps. */
  void haveWarpgroups() {
    hasWarpgroups = true;
  }

  /**
   * The first thread of the warp, or null where there are no products of warpgroups. The assembler
   * knows of a number that all lanes got from one that it is the same in all of them; descriptors
   * of such numbers are in the registers that warps have for themselves, where products want them.
   */
  @Nullable Value firstThread() {
    if (hasWarpgroups && firstThread == null) {
      firstThread =
          ShflSyncOp.create(atStart(), special("tid.x"), i32(0), i32(LAST_LANE), i32(-1), "idx")
              .result();
    }
    return firstThread;
  }

  /** The whole number that a value is, or null where it varies. */
  static @Nullable Long number(Value value) {
    return value.definingOp() instanceof ConstantOp constant
            && constant.value() instanceof IntegerAttr number
            && number.fitsLong()
        ? Long.valueOf(number.longValue())
        : null;
  }

  // --- What has become of values ----------------------------------------------------------------

  /** Is it known what has become of a value? */
  boolean knows(Value value) {
    return scalars.containsKey(value) || vectors.containsKey(value) || buffers.containsKey(value);
  }

  void define(Value original, Value scalar) {
    scalars.put(original, scalar);
  }

  void define(Value original, Lanes lanes) {
    vectors.put(original, lanes);
  }

  void define(Value original, Buffer buffer) {
    buffers.put(original, buffer);
  }

  /** The register that a number has become. */
  Value scalar(Value original) throws Unconvertible {
    Value scalar = scalars.get(original);
    if (scalar == null) {
      throw failure(
          "uses a value of type %s, which is in no register", AsmText.ofType(original.type()));
    }
    return scalar;
  }

  /** The registers that numbers have become. */
  List<Value> scalars(List<? extends Value> originals) throws Unconvertible {
    List<Value> all = new ArrayList<>();
    for (Value original : originals) {
      all.add(scalar(original));
    }
    return all;
  }

  /** What a vector has become. */
  Lanes vector(Value original) throws Unconvertible {
    Lanes lanes = vectors.get(original);
    if (lanes == null) {
      throw failure("uses a %s, which is in no registers", AsmText.ofType(original.type()));
    }
    return lanes;
  }

  /** What a buffer has become. */
  Buffer buffer(Value original) throws Unconvertible {
    Buffer buffer = buffers.get(original);
    if (buffer == null) {
      throw failure(
          "uses a buffer that is neither an argument nor of 'memref.alloca' in the launch");
    }
    return buffer;
  }

  /** The type of the register for numbers of a type. */
  Type register(Type type) throws Unconvertible {
    Type found = Scalars.register(type);
    if (found == null) {
      throw failure("has a value of type %s, which no register holds", AsmText.ofType(type));
    }
    return found;
  }

  // --- What blocks hand to each other -----------------------------------------------------------

  /** The registers that values are handed over in. */
  List<Value> flatten(List<? extends Value> originals) throws Unconvertible {
    List<Value> all = new ArrayList<>();
    for (Value original : originals) {
      if (original.type() instanceof VectorType) {
        all.addAll(vector(original).parts(this));
      } else {
        all.add(scalar(original));
      }
    }
    return all;
  }

  /** Says that values are what a block gets for them, as {@link #flatten} hands it over. */
  void receive(List<? extends Value> originals, Block block) throws Unconvertible {
    for (Value original : originals) {
      if (original.type() instanceof VectorType type) {
        List<Value> parts = new ArrayList<>();
        for (Type part : Lanes.partTypes(this, type)) {
          parts.add(block.addArgument(part, original.location()));
        }
        define(original, Lanes.ofParts(this, type, parts));
      } else {
        BlockArgument argument = block.addArgument(register(original.type()), original.location());
        define(original, argument);
      }
    }
  }
}
