// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.BankUse;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs functions of a module, and kernels. It is the reference semantics of rungs 0 to 4: narrow
 * types round as they do on a GPU, asynchronous copies arrive late, warps go on in any order, and
 * what is touched before it has arrived is a race, which ends the run with a diagnostic. Up to rung
 * 2 a block, or a role of it, is one thread of control; a launch that says what one thread does
 * (rung 3) and a kernel (rung 4) run as warps.
 */
public final class Simulator {
  private final Program program;
  private final SimulatorOptions options;
  private final Progress progress;
  private List<BankUse> bankUse = List.of();

  /** A simulator of a verified module, which may not change while this is in use. */
  public Simulator(Operation module, SimulatorOptions options, Progress progress) {
    this.program = new Program(module);
    this.options = options;
    this.progress = progress;
  }

  /** A value that goes into a function or comes out of it. */
  public sealed interface Argument {
    /** A buffer in global memory. */
    record Memory(Buffer buffer) implements Argument {}

    /** A scalar: an integer extended by its sign, or the bits of a floating-point number. */
    record Scalar(long bits) implements Argument {
      /** The scalar of a type whose bits lie in memory like this. */
      public static Scalar of(Type type, long bits) {
        return new Scalar(Scalars.fromMemory(type, bits));
      }
    }
  }

  /**
   * Calls a function with arguments of its types; a memref's buffer has its shape.
   *
   * @return the results, or empty after an error, which is in {@code diagnostics}
   */
  public Optional<List<Argument>> run(
      FuncOp function, List<Argument> arguments, Diagnostics diagnostics) {
    if (function.region(0).isEmpty()) {
      diagnostics.error(function.location(), "the function has no body to run");
      return Optional.empty();
    }
    return guarded(function.location(), diagnostics, () -> call(function, arguments));
  }

  /**
   * Launches a kernel of rung 4 as the function that it was taken out of did, with that function's
   * arguments; {@code ptx.launch} says how.
   *
   * @return no results, or empty after an error, which is in {@code diagnostics}
   */
  public Optional<List<Argument>> run(
      KernelOp kernel, List<Argument> arguments, Diagnostics diagnostics) {
    return guarded(
        kernel.location(),
        diagnostics,
        () -> {
          var machine = new Machine(options, progress);
          new KernelRun(kernel).run(arguments, machine);
          bankUse = machine.bankUse();
          return List.of();
        });
  }

  /**
   * How the operations of rungs 3 and 4 used the banks of shared memory in the last run that came
   * to its end, those at one place together.
   */
  public List<BankUse> bankUse() {
    return List.copyOf(bankUse);
  }

  private static Optional<List<Argument>> guarded(
      Location place, Diagnostics diagnostics, Supplier<List<Argument>> run) {
    try {
      return Optional.of(run.get());
    } catch (SimulationFailure failure) {
      diagnostics.report(failure.diagnostic());
    } catch (StackOverflowError _) {
      diagnostics.error(place, "the run needs more stack than there is");
    } catch (OutOfMemoryError _) {
      diagnostics.error(place, "the run needs more memory than there is");
    }
    return Optional.empty();
  }

  private List<Argument> call(FuncOp function, List<Argument> arguments) {
    long[] scalars = new long[arguments.size()];
    @Nullable Object[] objects = new Object[arguments.size()];
    for (int i = 0; i < scalars.length; i++) {
      switch (arguments.get(i)) {
        case Argument.Memory memory -> objects[i] = memory.buffer();
        case Argument.Scalar scalar -> scalars[i] = scalar.bits();
      }
    }
    var machine = new Machine(options, progress);
    program.code(function).call(machine, scalars, objects);
    bankUse = machine.bankUse();
    List<Type> types = function.functionType().results();
    List<Argument> results = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      boolean memory = types.get(i) instanceof MemRefType;
      results.add(
          memory && machine.resultObject(i) instanceof Buffer buffer
              ? new Argument.Memory(buffer)
              : new Argument.Scalar(machine.resultScalar(i)));
    }
    return results;
  }
}
