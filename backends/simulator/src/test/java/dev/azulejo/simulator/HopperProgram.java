// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Generator;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Kernels of rung 4 for Hopper, for one cluster. There are {@code %t}, the thread of its block;
 * {@code %rank}, the block; {@code %mine}, the address of the thread's result; {@code %x} and
 * {@code %y}, maps of two tensors of 64 by 32 numbers whose boxes are 16 rows of 32, of which those
 * of x are each its own place and those of y nothing yet; {@code %s}, the address of 16384 bytes of
 * shared memory; {@code %b}, that of 64 bytes for barriers; {@code %lead}, whether this is thread
 * 0; {@code %all}, the mask of all lanes; and constants {@code %c0}, {@code %c1} and so on.
 */
final class HopperProgram {
  /** Rows of a tensor. */
  static final int ROWS = 64;

  /** Columns of a tensor. */
  static final int COLUMNS = 32;

  private static final int THREADS = 256;

  private static final String TEXT =
      """
      ptx.kernel @k(%mapx: !ptx.param<tensormap>, %mapy: !ptx.param<tensormap>, %o: !ptx.param<ptr, 16>)
          attributes {maxntid = array<i32: THREADS>, cluster = array<i32: CLUSTER>,
            ptx.launch = {arguments = [memref<64x32xi32>, memref<64x32xi32>, memref<256xi32>],
              grid = ["CLUSTER", "1", "1"],
              parameters = [MAP0, MAP1, "arg2"]}} {
        %ax = ptx.param.address %mapx : !ptx.param<tensormap>
        %x = ptx.cvta param %ax
        %ay = ptx.param.address %mapy : !ptx.param<tensormap>
        %y = ptx.cvta param %ay
        %out = ptx.ld.param %o : !ptx.param<ptr, 16>
        %t = ptx.special tid.x
        %rank = ptx.special cluster_ctarank
        %threads = ptx.special ntid.x
        %all = ptx.constant -1 : i32
        CONSTANTS
        %place = ptx.mad %rank, %threads, %t : i32
        %mine = ptx.mad.wide %place, %c4, %out : i32
        %memory = ptx.shared {align = 1024 : i64} : memref<16384xi8, "shared">
        %s = ptx.address %memory[0] : memref<16384xi8, "shared">
        %words = ptx.shared : memref<64xi8, "shared">
        %b = ptx.address %words[0] : memref<64xi8, "shared">
        %lead = ptx.setp eq %t, %c0 : i32
        BODY
        ptx.ret
      }
      """;

  private static final String MAP =
      """
      {argument = ARGUMENT : i64, box = array<i64: 32, 16>, counts = array<i64: -1, -1>, \
      dims = array<i64: 1, 0>, steps = array<i64: 1, 1>, swizzle = SWIZZLE : i64}\
      """;

  private static final int[] NUMBERS = {
    0, 1, 2, 3, 4, 5, 8, 15, 16, 31, 32, 48, 64, 127, 128, 255, 1024, 2048, 4096
  };

  private final String text;
  private final Buffer x;
  private Buffer y = Buffer.poisoned(ElementType.I32, new long[] {ROWS, COLUMNS});
  private Buffer out = Buffer.poisoned(ElementType.I32, new long[] {THREADS});
  private final int threads;
  private final int blocks;

  private HopperProgram(int threads, int blocks, int swizzle, String... body) {
    this.threads = threads;
    this.blocks = blocks;
    var constants = new StringBuilder();
    for (int number : NUMBERS) {
      constants.append("%c" + number + " = ptx.constant " + number + " : i32\n");
    }
    this.text =
        TEXT.replace("MAP0", MAP.replace("ARGUMENT", "0"))
            .replace("MAP1", MAP.replace("ARGUMENT", "1"))
            .replace("SWIZZLE", "" + swizzle)
            .replace("THREADS", "" + threads)
            .replace("CLUSTER", "" + blocks)
            .replace("CONSTANTS", constants)
            .replace("BODY", String.join("\n", body));
    var numbers = new Tensor("x", ElementType.I32, ROWS, COLUMNS);
    new Generator.Iota().fill(numbers, 0);
    this.x = Buffer.of(numbers);
  }

  /** One block of so many threads. */
  static HopperProgram of(int threads, String... body) {
    return new HopperProgram(threads, 1, 128, body);
  }

  /** A cluster of so many blocks of so many threads. */
  static HopperProgram cluster(int blocks, int threads, String... body) {
    return new HopperProgram(threads, blocks, 128, body);
  }

  /** One block, whose boxes lie in shared memory with another swizzle. */
  static HopperProgram swizzled(int swizzle, int threads, String... body) {
    return new HopperProgram(threads, 1, swizzle, body);
  }

  private List<Diagnostic> once(long seed) {
    List<Diagnostic> said = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(said);
    var dialects = new Dialects(List.of(new BuiltinDialect(), new PtxDialect()));
    Operation module =
        Parser.parse(SourceText.of("test.tir", text), dialects, ParseOptions.STRICT, diagnostics);
    if (module == null || !Verifier.verify(module, diagnostics)) {
      throw new AssertionError(said + " in\n" + text);
    }
    y = Buffer.poisoned(ElementType.I32, new long[] {ROWS, COLUMNS});
    out = Buffer.poisoned(ElementType.I32, new long[] {THREADS});
    List<Argument> arguments =
        List.of(new Argument.Memory(x), new Argument.Memory(y), new Argument.Memory(out));
    var simulator = new Simulator(module, SimulatorOptions.DEFAULT.withSeed(seed), Progress.NONE);
    simulator.run((KernelOp) module.region(0).entry().first(), arguments, diagnostics);
    return said;
  }

  /** What the threads give, the same under some schedules. */
  long[] results() {
    long[] first = new long[0];
    for (long seed = 0; seed < 8; seed++) {
      List<Diagnostic> said = once(seed);
      if (!said.isEmpty()) {
        throw new AssertionError("seed " + seed + ": " + said);
      }
      long[] results = new long[threads * blocks];
      for (int i = 0; i < results.length; i++) {
        results[i] = out.isWritten(i) ? (int) out.bits(i) : Long.MIN_VALUE;
      }
      if (seed > 0 && !Arrays.equals(first, results)) {
        throw new AssertionError("seed " + seed + " gives another result");
      }
      first = results;
    }
    return first;
  }

  /** An element of y behind {@link #results}, or nothing where it was not written. */
  Long stored(int row, int column) {
    int place = row * COLUMNS + column;
    return y.isWritten(place) ? (long) (int) y.bits(place) : Long.MIN_VALUE;
  }

  /** The one error that every schedule comes to, with its notes. */
  String failure() {
    String first = "";
    for (long seed = 0; seed < 8; seed++) {
      List<Diagnostic> said = once(seed);
      if (said.size() != 1) {
        throw new AssertionError("seed " + seed + ": expected one error, but got " + said);
      }
      var line = new StringBuilder(said.getFirst().message());
      said.getFirst().notes().forEach(note -> line.append("; ").append(note.message()));
      first = seed == 0 ? line.toString() : first;
    }
    return first;
  }
}
