// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.CpAsyncCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.CvtPairOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.LdmatrixOp;
import dev.azulejo.dialect.ptx.MmaOp;
import dev.azulejo.dialect.ptx.PackOp;
import dev.azulejo.dialect.ptx.PrmtOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongBinaryOperator;

/**
 * Executes the threads of a block of rung 3 side by side, one operation after the other. Copies
 * arrive when they are waited for and not before, and two threads may not race; shared memory
 * begins as NaN. What an instruction does with its registers is told by the tables of the manual,
 * not by the code that emits it.
 */
final class Lockstep {
  private static final int SHARED = 1 << 16;
  private static final int LANES = 32;

  private final ByteBuffer global;
  private final Map<Value, Long> tensors;
  private final Map<Value, long[]> shapes;
  private final ByteBuffer shared = buffer(SHARED);
  private final Map<Value, long[]> values = new HashMap<>();
  private final Map<Value, long[][]> registers = new HashMap<>();
  private final Map<Value, Long> tiles = new HashMap<>();
  private final Deque<List<Runnable>> groups = new ArrayDeque<>();
  private List<Runnable> open = new ArrayList<>();
  private final int threads;
  private long used;
  private final RaceCheck races = new RaceCheck(SHARED);

  private Lockstep(
      ByteBuffer global, Map<Value, Long> tensors, Map<Value, long[]> shapes, int threads) {
    this.global = global;
    this.tensors = tensors;
    this.shapes = shapes;
    this.threads = threads;
    for (int i = 0; i < SHARED; i++) {
      shared.put(i, (byte) 0xff);
    }
  }

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Runs all blocks; tensors lie in global memory at these places. */
  static void run(LaunchOp launch, ByteBuffer global, Map<Value, Long> tensors) {
    run(launch, global, tensors, Map.of());
  }

  /** Runs all blocks; tensors lie in global memory at these places, those of any shape have one. */
  static void run(
      LaunchOp launch, ByteBuffer global, Map<Value, Long> tensors, Map<Value, long[]> shapes) {
    var host = new Lockstep(global, tensors, shapes, 1);
    List<Long> sizes = new ArrayList<>();
    long blocks = 1;
    for (Offset size : launch.sizes()) {
      sizes.add(
          switch (size) {
            case Offset.Constant(long number) -> number;
            case Offset.Dynamic(Value value) -> host.of(value)[0];
          });
      blocks *= sizes.getLast();
    }
    for (long block = 0; block < blocks; block++) {
      var machine = new Lockstep(global, tensors, shapes, (int) launch.threads().longValue());
      long rest = block;
      for (int i = 0; i < sizes.size(); i++) {
        machine.all(launch.body().entry().argument(i), rest % sizes.get(i));
        rest /= sizes.get(i);
      }
      machine.run(launch.body().entry());
    }
  }

  private void all(Value value, long number) {
    long[] numbers = new long[threads];
    Arrays.fill(numbers, number);
    values.put(value, numbers);
  }

  private long[] of(Value value) {
    long[] known = values.get(value);
    if (known == null && value.definingOp() != null) {
      // What stands in front of the launch is everybody's.
      execute(value.definingOp());
      known = values.get(value);
    }
    if (known == null) {
      throw new AssertionError("no value of " + value.type() + " at " + value.location());
    }
    return known;
  }

  private void run(Block block) {
    for (Operation op : block.operations()) {
      execute(op);
    }
  }

  private void execute(Operation op) {
    switch (op) {
      case ConstantOp constant ->
          all(
              constant.result(),
              switch (constant.value()) {
                case IntegerAttr number -> number.longValue();
                case FloatAttr real when real.type().equals(FloatType.F16) ->
                    Float.floatToFloat16((float) real.doubleValue());
                case FloatAttr real -> Float.floatToRawIntBits((float) real.doubleValue());
                default -> throw new AssertionError(constant.value());
              });
      case ThreadIdOp id -> {
        long[] numbers = new long[threads];
        Arrays.setAll(numbers, i -> i);
        values.put(id.result(), numbers);
      }
      case AddIOp o -> binary(o, Long::sum);
      case MulIOp o -> binary(o, (a, b) -> a * b);
      case ShLIOp o -> binary(o, (a, b) -> a << b);
      case ShRUIOp o -> binary(o, (a, b) -> a >>> b);
      case AndIOp o -> binary(o, (a, b) -> a & b);
      case XOrIOp o -> binary(o, (a, b) -> a ^ b);
      case RemUIOp o -> binary(o, Long::remainderUnsigned);
      case DivUIOp o -> binary(o, Long::divideUnsigned);
      case CmpIOp o -> {
        boolean isLess = CmpIPredicate.of(o.predicate()) == CmpIPredicate.SLT;
        binary(o, (a, b) -> (isLess ? a < b : a >= b) ? 1 : 0);
      }
      case SubIOp o -> binary(o, (a, b) -> a - b);
      case CeilDivUIOp o -> binary(o, Math::ceilDiv);
      case DimOp size -> all(size.result(), size(size.source(), (int) of(size.index())[0]));
      case IfOp branch -> {
        if (of(branch.condition())[0] != 0) {
          run(branch.thenBlock());
        }
      }
      case TruncFOp o -> {
        long[] wide = of(o.in());
        long[] result = new long[threads];
        boolean isHalf = o.out().type().equals(FloatType.F16);
        Arrays.setAll(result, i -> narrow((int) wide[i], isHalf));
        values.put(o.out(), result);
      }
      case UnpackOp o -> {
        long[] word = of(o.operand());
        int bits = Integer.SIZE / o.parts().size();
        for (int i = 0; i < o.parts().size(); i++) {
          int shift = bits * i;
          long[] part = new long[threads];
          Arrays.setAll(part, t -> (word[t] >>> shift) & ((1L << bits) - 1));
          values.put(o.parts().get(i), part);
        }
      }
      case IndexCastOp o -> values.put(o.out(), of(o.in()));
      case SelectOp o -> {
        long[] result = new long[threads];
        Arrays.setAll(
            result, i -> of(o.operand(0))[i] != 0 ? of(o.operand(1))[i] : of(o.operand(2))[i]);
        values.put(o.result(0), result);
      }
      case BarrierOp _ -> races.barrier();
      case AllocaOp alloca -> allocate(alloca);
      case LoadOp load ->
          values.put(load.result(), register(load.memref(), load.indices()).clone());
      case StoreOp store ->
          System.arraycopy(
              of(store.value()), 0, register(store.memref(), store.indices()), 0, threads);
      case AddressOp address -> address(address);
      case ForOp loop -> loop(loop);
      case YieldOp _ -> {}
      case CpAsyncOp copy -> copy(copy);
      case CpAsyncCommitGroupOp _ -> {
        groups.addLast(open);
        open = new ArrayList<>();
      }
      case CpAsyncWaitGroupOp wait -> {
        while (groups.size() > wait.pending().longValue()) {
          groups.removeFirst().forEach(Runnable::run);
        }
      }
      case LdmatrixOp load -> ldmatrix(load);
      case MmaOp mma -> mma(mma);
      case CvtPairOp pair -> pair(pair);
      case PackOp pack -> pack(pack);
      case PrmtOp pick -> permute(pick);
      case CvtOp round -> round(round);
      case LdOp load -> load(load);
      case StOp store -> store(store);
      default -> throw new AssertionError("no rule for " + op.name());
    }
  }

  private void binary(Operation op, LongBinaryOperator rule) {
    long[] lhs = of(op.operand(0));
    long[] rhs = of(op.operand(1));
    long[] result = new long[threads];
    Arrays.setAll(result, i -> rule.applyAsLong(lhs[i], rhs[i]));
    values.put(op.result(0), result);
  }

  private void loop(ForOp loop) {
    long end = of(loop.upperBound())[0];
    for (long i = of(loop.lowerBound())[0]; i < end; i += of(loop.step())[0]) {
      all(loop.inductionVar(), i);
      run(loop.body());
    }
  }

  // --- Memory -----------------------------------------------------------------------------------

  private static int bytes(MemRefType type) {
    return (int) (MemRefType.of(new long[] {1}, type.elementType()).bitSize() / 8);
  }

  private void allocate(AllocaOp op) {
    MemRefType type = (MemRefType) op.memref().type();
    int size = (int) type.shape()[0];
    if (type.space().contains("local")) {
      registers.put(op.memref(), new long[size][threads]);
      return;
    }
    long alignment = op.alignment().map(IntegerAttr::longValue).orElse(16L);
    used = (used + alignment - 1) / alignment * alignment;
    tiles.put(op.memref(), used);
    used += (long) size * bytes(type);
  }

  private long[] register(Value array, List<Value> indices) {
    return registers.get(array)[(int) of(indices.getFirst())[0]];
  }

  private long size(Value buffer, int dimension) {
    long size = ((MemRefType) buffer.type()).shape()[dimension];
    return size == MemRefType.DYNAMIC ? shapes.get(buffer)[dimension] : size;
  }

  private void address(AddressOp op) {
    MemRefType type = (MemRefType) op.buffer().type();
    long base = tiles.containsKey(op.buffer()) ? tiles.get(op.buffer()) : tensors.get(op.buffer());
    long[] result = new long[threads];
    for (int t = 0; t < threads; t++) {
      long element = 0;
      for (int i = 0; i < type.rank(); i++) {
        Offset offset = op.allIndices().get(i);
        long index =
            switch (offset) {
              case Offset.Constant(long number) -> number;
              case Offset.Dynamic(Value value) -> of(value)[t];
            };
        element = element * size(op.buffer(), i) + index;
      }
      result[t] = base + element * bytes(type);
    }
    values.put(op.result(), result);
  }

  private static boolean holds(Optional<Value> guard, Lockstep machine, int thread) {
    return guard.map(value -> machine.of(value)[thread] != 0).orElse(true);
  }

  private void copy(CpAsyncOp op) {
    int count = (int) op.bytes().longValue();
    for (int t = 0; t < threads; t++) {
      if (!holds(op.guard(), this, t)) {
        continue;
      }
      int thread = t;
      int size = op.size().map(value -> (int) of(value)[thread]).orElse(count);
      int to = (int) (of(op.target())[t] + op.targetOffset().longValue());
      int from = (int) (of(op.source())[t] + op.sourceOffset().longValue());
      aligned(to, count);
      aligned(size == 0 ? 0 : from, count);
      races.write(t, to, count);
      open.add(() -> {
        races.write(thread, to, count);
        for (int i = 0; i < count; i++) {
          shared.put(to + i, i < size ? global.get(from + i) : 0);
        }
      });
    }
  }

  private static void aligned(long address, int bytes) {
    if (address < 0 || address % bytes != 0) {
      throw new AssertionError("address " + address + " of " + bytes + " bytes");
    }
  }

  private void store(StOp op) {
    for (int t = 0; t < threads; t++) {
      if (holds(op.guard(), this, t)) {
        int at = (int) (of(op.address())[t] + op.offset().longValue());
        int width = op.values().getFirst().type().toString().contains("16") ? 2 : 4;
        aligned(at, width * op.values().size());
        if (op.space().value().equals("shared")) {
          races.write(t, at, width * op.values().size());
        }
        for (int i = 0; i < op.values().size(); i++) {
          put(memory(op.space().value()), at + i * width, width, of(op.values().get(i))[t]);
        }
      }
    }
  }

  private void load(LdOp op) {
    int count = op.values().size();
    int whole = op.values().getFirst().type().toString().contains("16") ? 2 : 4;
    int width = op.as().map(as -> Integer.parseInt(as.value().substring(1)) / 8).orElse(whole);
    long[][] results = new long[count][threads];
    for (int t = 0; t < threads; t++) {
      boolean holds = holds(op.guard(), this, t);
      int at = (int) (of(op.address())[t] + op.offset().longValue());
      if (holds && op.space().value().equals("shared")) {
        races.read(t, at, width * count);
      }
      for (int i = 0; i < count; i++) {
        results[i][t] =
            holds
                ? get(memory(op.space().value()), at + width * i, width)
                : of(op.otherwise().get(i))[t];
      }
    }
    for (int i = 0; i < count; i++) {
      values.put(op.values().get(i), results[i]);
    }
  }

  private ByteBuffer memory(String space) {
    return space.equals("shared") ? shared : global;
  }

  private static long get(ByteBuffer memory, int at, int width) {
    return switch (width) {
      case 1 -> memory.get(at) & 0xff;
      case 2 -> memory.getShort(at) & 0xffff;
      default -> memory.getInt(at);
    };
  }

  private static void put(ByteBuffer memory, int at, int width, long value) {
    if (width == 2) {
      memory.putShort(at, (short) value);
    } else {
      memory.putInt(at, (int) value);
    }
  }

  // --- Instructions of a warp -------------------------------------------------------------------

  private void ldmatrix(LdmatrixOp op) {
    long[] addresses = of(op.address());
    long[][] array = registers.get(op.registers());
    for (int warp = 0; warp < threads; warp += LANES) {
      for (int m = 0; m < op.count(); m++) {
        for (int lane = 0; lane < LANES; lane++) {
          int low = matrix(op, addresses, warp, m, lane, 0);
          int high = matrix(op, addresses, warp, m, lane, 1);
          array[(int) op.first().longValue() + m][warp + lane] = (low & 0xffff) | (high << 16);
        }
      }
    }
  }

  private int matrix(LdmatrixOp op, long[] addresses, int warp, int m, int lane, int half) {
    int row = op.trans() ? 2 * (lane % 4) + half : lane / 4;
    int column = op.trans() ? lane / 4 : 2 * (lane % 4) + half;
    long address = addresses[warp + 8 * m + row] + op.offset().longValue();
    aligned(address, 16);
    races.read(warp + lane, (int) address + 2 * column, 2);
    return shared.getShort((int) address + 2 * column);
  }

  private void mma(MmaOp op) {
    String left = op.input().value();
    String right = op.rightInput().map(StringAttr::value).orElse(left);
    int per = Integer.SIZE / Numbers.bits(left);
    int depth = Integer.parseInt(op.shape().value().substring(6));
    long[][] a = registers.get(op.a());
    long[][] b = registers.get(op.b());
    int aFirst = (int) op.aFirst().longValue();
    int bFirst = (int) op.bFirst().longValue();
    for (int warp = 0; warp < threads; warp += LANES) {
      double[][] rows = new double[16][depth];
      double[][] columns = new double[8][depth];
      for (int lane = 0; lane < LANES; lane++) {
        for (int e = 0; e < 4 * per; e++) {
          int word = e / per;
          int k = per * (lane % 4) + e % per;
          rows[lane / 4 + 8 * (word % 2)][k + 4 * per * (word / 2)] =
              Numbers.of(a[aFirst + word][warp + lane], e % per, left);
          if (word < 2) {
            columns[lane / 4][k + 4 * per * word] =
                Numbers.of(b[bFirst + word][warp + lane], e % per, right);
          }
        }
      }
      accumulate(op, warp, rows, columns);
    }
  }

  private void accumulate(MmaOp op, int warp, double[][] rows, double[][] columns) {
    MemRefType type = (MemRefType) op.accumulator().type();
    boolean isWhole = Numbers.isWhole(op.input().value());
    String sums = isWhole ? "s32" : type.elementType().equals(FloatType.F32) ? "f32" : "f16";
    int per = Integer.SIZE / Numbers.bits(sums);
    long[][] c = registers.get(op.accumulator());
    for (int lane = 0; lane < LANES; lane++) {
      for (int e = 0; e < 4; e++) {
        long[] register = c[(int) op.first().longValue() + e / per];
        double sum = Numbers.of(register[warp + lane], e % per, sums);
        for (int k = 0; k < rows[0].length; k++) {
          sum += rows[lane / 4 + 8 * (e / 2)][k] * columns[2 * (lane % 4) + e % 2][k];
        }
        register[warp + lane] = Numbers.with(register[warp + lane], e % per, sums, sum);
      }
    }
  }

  private void pack(PackOp op) {
    long[] result = new long[threads];
    for (int t = 0; t < threads; t++) {
      result[t] = (of(op.parts().get(0))[t] & 0xffff) | (of(op.parts().get(1))[t] << 16);
    }
    values.put(op.result(), result);
  }

  private void permute(PrmtOp op) {
    long[] result = new long[threads];
    for (int t = 0; t < threads; t++) {
      long bytes = (of(op.a())[t] & 0xffffffffL) | (of(op.b())[t] << 32);
      long selector = of(op.selector())[t];
      for (int i = 0; i < 4; i++) {
        long picked = (bytes >> (8 * (selector >> (4 * i) & 7))) & 0xff;
        result[t] |= picked << (8 * i);
      }
    }
    values.put(op.result(), result);
  }

  /** To tf32, of which the instruction ignores the low bits. */
  private void round(CvtOp op) {
    assertThat(op.rounding().orElseThrow().value()).isEqualTo("rna");
    assertThat(op.to().orElseThrow().value()).isEqualTo("tf32");
    long[] numbers = of(op.operand());
    long[] result = new long[threads];
    Arrays.setAll(result, t -> ((int) numbers[t] + 0x1000) & ~0x1fff);
    values.put(op.result(), result);
  }

  static float number(long pair, int half, boolean isHalf) {
    short bits = (short) (pair >> (16 * half));
    return isHalf ? Float.float16ToFloat(bits) : Float.intBitsToFloat(bits << 16);
  }

  private void pair(CvtPairOp op) {
    boolean isHalf = op.to().value().equals("f16x2");
    long[] result = new long[threads];
    for (int t = 0; t < threads; t++) {
      int low = narrow((int) of(op.low())[t], isHalf);
      int high = narrow((int) of(op.high())[t], isHalf);
      result[t] = (low & 0xffff) | (high << 16);
    }
    values.put(op.result(), result);
  }

  /** The bits of a number of half the width; those of tests are exact. */
  static int narrow(int bits, boolean isHalf) {
    float real = Float.intBitsToFloat(bits);
    int narrowed = isHalf ? Float.floatToFloat16(real) : bits >>> 16;
    if (number(narrowed, 0, isHalf) != real) {
      throw new AssertionError(real + " is not exact");
    }
    return narrowed;
  }
}
