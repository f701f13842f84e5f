// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.dialect.gpu.GPUDialect;
import dev.azulejo.dialect.math.MathDialect;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LocalOp;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.dialect.scf.ScfDialect;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.vector.VectorDialect;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the operations of a kernel into code, once, before anything runs. What can't be executed is
 * refused here, with its place.
 */
final class WarpDecoder {
  /** The slot of a value that is not there. */
  static final int NONE = -1;

  private final ScalarOperations scalars;
  private final Assembly code = new Assembly();
  private final SharedPlaces shared = new SharedPlaces();
  private final Map<Value, Integer> slots = new LinkedHashMap<>();
  private final Map<Value, Integer> arrays = new LinkedHashMap<>();
  private final List<KernelCode.Constant> constants = new ArrayList<>();
  private final List<BankCounter> banks = new ArrayList<>();
  private int used;
  private int localBytes;

  WarpDecoder(ScalarOperations scalars) {
    this.scalars = scalars;
  }

  // --- Values -----------------------------------------------------------------------------------

  /**
   * The place of a value. A vector takes one for each element, and a memref one for its address and
   * one for each dimension. An array of registers has a number of its own, for {@link
   * Warp#registers}.
   */
  int slot(Value value) {
    if (isRegisters(value)) {
      return arrays.computeIfAbsent(value, _ -> arrays.size());
    }
    Integer known = slots.get(value);
    if (known != null) {
      return known;
    }
    int slot = used;
    slots.put(value, slot);
    used += width(value.type());
    if (value.definingOp() instanceof ConstantOp constant) {
      // Known to all threads, wherever it stands.
      new ScalarDecoder(this).constant(constant, slot);
    }
    return slot;
  }

  /** The place of a value, or {@link #NONE}. */
  int slot(Optional<? extends Value> value) {
    return value.isPresent() ? slot(value.get()) : NONE;
  }

  /** The places of values, of each the first. */
  int[] slots(List<? extends Value> values) {
    int[] all = new int[values.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = slot(values.get(i));
    }
    return all;
  }

  /** A place that no value has. */
  int newSlot() {
    return used++;
  }

  /** How many places a value of a type takes. */
  static int width(Type type) {
    return switch (type) {
      case VectorType vector -> Math.toIntExact(count(vector.shape()));
      case MemRefType memref -> 1 + memref.rank();
      default -> 1;
    };
  }

  private static long count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    return count;
  }

  /** Does a value stand for registers, which have no address? */
  static boolean isRegisters(Value value) {
    return value.type() instanceof RegistersType
        || (value.type() instanceof MemRefType memref
            && memref.memorySpace() instanceof StringAttr space
            && space.value().equals("local")
            && !(value.definingOp() instanceof LocalOp));
  }

  /** Gives a value the same bits in all lanes, once and for all. */
  void preset(int slot, long bits) {
    constants.add(new KernelCode.Constant(slot, bits));
  }

  /** Where the buffers in shared memory lie. */
  SharedPlaces shared() {
    return shared;
  }

  /** Sets bytes of each thread's own memory aside; gives their address. */
  long local(int bytes, int align) {
    int start = Math.ceilDiv(localBytes, align) * align;
    localBytes = start + bytes;
    return LocalMemory.FIRST + (long) start;
  }

  /** The accesses of an instruction, of which each lane touches so many bytes in one piece. */
  LaneAccess access(Space space, int bytes, Operation op) {
    return new LaneAccess(
        space, bytes, op.location(), space == Space.SHARED ? banks(bytes, op) : null);
  }

  /** A counter of how an instruction uses the banks of shared memory. */
  BankCounter banks(int bytes, Operation op) {
    var counter = new BankCounter(op, bytes);
    banks.add(counter);
    return counter;
  }

  /** What operations on scalars do. */
  ScalarOperations scalars() {
    return scalars;
  }

  // --- Code -------------------------------------------------------------------------------------

  /** The code so far. */
  Assembly code() {
    return code;
  }

  /** Appends the code of an operation. */
  void emit(Operation op) {
    if (op.schema().dialectName().equals(ScfDialect.NAME)) {
      new StructureDecoder(this).emit(op);
      return;
    }
    WarpCode one = decode(op);
    if (one != null) {
      code.add(one, op.location());
    }
  }

  /** The code of an operation that holds no others; null for one that does nothing. */
  private @Nullable WarpCode decode(Operation op) {
    if (op instanceof AddressOp address) {
      return new MemoryDecoder(this).address(address);
    }
    return switch (op.schema().dialectName()) {
      case ArithDialect.NAME, MathDialect.NAME -> new ScalarDecoder(this).decode(op);
      case BarrierDialect.NAME -> new ThreadBarrierDecoder(this).decode(op);
      case GPUDialect.NAME -> new ThreadDecoder(this).decode(op);
      case MemRefDialect.NAME -> new MemoryDecoder(this).decode(op);
      case PtxDialect.NAME -> new PtxDecoder(this).decode(op);
      case VectorDialect.NAME -> new VectorDecoder(this).decode(op);
      default -> throw unsupported(op);
    };
  }

  /** The kernel of all that was decoded; what is not inside of its root comes from outside. */
  KernelCode finish(Operation root) {
    List<KernelCode.Input> inputs = new ArrayList<>();
    slots.forEach((value, slot) -> {
      if (!isInside(value, root) && !(value.definingOp() instanceof ConstantOp)) {
        inputs.add(new KernelCode.Input(value, slot));
      }
    });
    List<KernelCode.Array> all = new ArrayList<>();
    arrays.forEach((value, _) -> all.add(array(value)));
    return new KernelCode(
        code.codes(),
        code.places(),
        used,
        List.copyOf(constants),
        List.copyOf(inputs),
        List.copyOf(all),
        shared.pieces(),
        localBytes,
        List.copyOf(banks),
        root instanceof KernelOp kernel
            ? kernel.maxnreg().map(IntegerAttr::longValue).orElse(0L).intValue()
            : 0,
        Math.toIntExact(residentBlocks(root)),
        root.location());
  }

  /** For how many blocks a multiprocessor has room at least. */
  private static long residentBlocks(Operation root) {
    return switch (root) {
      case LaunchOp launch -> launch.residentBlocks();
      case KernelOp kernel -> kernel.minnctapersm().map(IntegerAttr::longValue).orElse(1L);
      default -> 1;
    };
  }

  private static boolean isInside(Value value, Operation root) {
    if (value.type() instanceof ParameterType) {
      return false;
    }
    Operation owner =
        value instanceof dev.azulejo.ir.BlockArgument argument
            ? argument.owner().parentOp()
            : value.definingOp();
    return owner != null && (owner == root || owner.isInside(root));
  }

  private static KernelCode.Array array(Value value) {
    String name = "registers " + AsmText.ofType(value.type());
    return switch (value.type()) {
      case RegistersType type -> new KernelCode.Array(name, Math.toIntExact(type.size()));
      case MemRefType type ->
          new KernelCode.Array(name, Math.toIntExact(Math.max(0, count(type.shape()))));
      default -> new KernelCode.Array(name, 0);
    };
  }

  static SimulationFailure unsupported(Operation op) {
    return new SimulationFailure(
        Diagnostic.error(op.location(), "the simulator can't execute '%s' yet", op.name()));
  }
}
