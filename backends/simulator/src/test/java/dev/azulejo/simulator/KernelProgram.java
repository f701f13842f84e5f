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
import dev.azulejo.simulator.memory.BankUse;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Kernels of rung 4 for one block, whose threads each give one number. There are {@code %t}, the
 * thread; {@code %lane}, its lane; {@code %mine}, the address of its result; {@code %in}, the
 * address of 256 numbers, each its own place; {@code %s}, the address of 1024 bytes of shared
 * memory; {@code %my}, that of the thread's own 16 of them; {@code %all}, the mask of all lanes;
 * and constants {@code %c0}, {@code %c1} and so on.
 */
final class KernelProgram {
  private static final String TEXT =
      """
      ptx.kernel @k(%o: !ptx.param<ptr, 16>, %i: !ptx.param<ptr, 16>)
          attributes {maxntid = array<i32: THREADS>,
            ptx.launch = {arguments = [memref<64xi32>, memref<256xi32>], grid = ["1", "1", "1"],
              parameters = ["arg0", "arg1"]}} {
        %out = ptx.ld.param %o : !ptx.param<ptr, 16>
        %in = ptx.ld.param %i : !ptx.param<ptr, 16>
        %t = ptx.special tid.x
        %lane = ptx.special laneid
        %all = ptx.constant -1 : i32
        CONSTANTS
        %mine = ptx.mad.wide %t, %c4, %out : i32
        %shared = ptx.shared : memref<1024xi8, "shared">
        %s = ptx.address %shared[0] : memref<1024xi8, "shared">
        %my = ptx.mad %t, %c16, %s : i32
        BODY
        ptx.ret
      }
      """;

  private final List<Diagnostic> said = new ArrayList<>();
  private final KernelOp kernel;
  private final Simulator simulator;

  private KernelProgram(int threads, long seed, String... body) {
    var constants = new StringBuilder();
    for (int number : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 31, 32, 64, 128}) {
      constants
          .append("%c")
          .append(number)
          .append(" = ptx.constant ")
          .append(number)
          .append(" : i32\n");
    }
    String text =
        TEXT.replace("THREADS", "" + threads)
            .replace("CONSTANTS", constants)
            .replace("BODY", String.join("\n", body));
    Diagnostics diagnostics = Diagnostics.into(said);
    var dialects = new Dialects(List.of(new BuiltinDialect(), new PtxDialect()));
    Operation module =
        Parser.parse(SourceText.of("test.tir", text), dialects, ParseOptions.STRICT, diagnostics);
    if (module == null || !Verifier.verify(module, diagnostics)) {
      throw new AssertionError(said + " in\n" + text);
    }
    kernel = (KernelOp) module.region(0).entry().first();
    simulator = new Simulator(module, SimulatorOptions.DEFAULT.withSeed(seed), Progress.NONE);
  }

  private long[] run(int threads) {
    Buffer out = Buffer.poisoned(ElementType.I32, new long[] {64});
    var numbers = new Tensor("numbers", ElementType.I32, 256);
    new Generator.Iota().fill(numbers, 0);
    List<Argument> arguments =
        List.of(new Argument.Memory(out), new Argument.Memory(Buffer.of(numbers)));
    simulator.run(kernel, arguments, Diagnostics.into(said));
    long[] results = new long[threads];
    for (int i = 0; said.isEmpty() && i < threads; i++) {
      if (!out.isWritten(i)) {
        throw new AssertionError("thread " + i + " gives nothing");
      }
      results[i] = (int) out.bits(i);
    }
    return results;
  }

  /** What the threads of a warp give, under every schedule. */
  static long[] warp(String... body) {
    return run(32, body);
  }

  /** What so many threads give, the same under some schedules. */
  static long[] run(int threads, String... body) {
    long[] first = new long[0];
    for (long seed = 0; seed < 6; seed++) {
      var program = new KernelProgram(threads, seed, body);
      long[] results = program.run(threads);
      if (!program.said.isEmpty()) {
        throw new AssertionError(program.said);
      }
      if (seed > 0 && !Arrays.equals(first, results)) {
        throw new AssertionError("seed " + seed + " gives another result");
      }
      first = results;
    }
    return first;
  }

  /** The one error that so many threads come to. */
  static String failure(int threads, String... body) {
    var program = new KernelProgram(threads, 1, body);
    program.run(threads);
    if (program.said.size() != 1) {
      throw new AssertionError("expected one error, but got " + program.said);
    }
    return program.said.getFirst().message();
  }

  /** How a warp uses the banks of shared memory. */
  static List<BankUse> banks(String... body) {
    var program = new KernelProgram(32, 1, body);
    program.run(32);
    if (!program.said.isEmpty()) {
      throw new AssertionError(program.said);
    }
    return program.simulator.bankUse();
  }
}
