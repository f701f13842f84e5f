// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.dialect.cf.CfDialect;
import dev.azulejo.dialect.func.FuncDialect;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.gpu.GPUDialect;
import dev.azulejo.dialect.math.MathDialect;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.dialect.scf.ScfDialect;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.dialect.vector.VectorDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Programs in text that tests run. */
final class Simulation {
  private static final Dialects DIALECTS =
      new Dialects(
          List.of(
              new ArithDialect(),
              new BarrierDialect(),
              new BuiltinDialect(),
              new CfDialect(),
              new FuncDialect(),
              new GPUDialect(),
              new MathDialect(),
              new MemRefDialect(),
              new PipelineDialect(),
              new PtxDialect(),
              new ScfDialect(),
              new TileDialect(),
              new VectorDialect()));

  private final Operation module;
  private final Operation first;
  private final Simulator simulator;
  private final List<Diagnostic> said = new ArrayList<>();

  private Simulation(String text, SimulatorOptions options) {
    List<Diagnostic> errors = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(errors);
    Operation parsed =
        Parser.parse(SourceText.of("test.tir", text), DIALECTS, ParseOptions.STRICT, diagnostics);
    if (parsed == null || !Verifier.verify(parsed, diagnostics)) {
      throw new AssertionError(errors + " in\n" + text);
    }
    module = parsed;
    first = Objects.requireNonNull(module.region(0).entry().first());
    simulator = new Simulator(module, options, Progress.NONE);
  }

  /** A program whose first function runs. */
  static Simulation of(String text) {
    return new Simulation(text, SimulatorOptions.DEFAULT);
  }

  /** The same under a seed. */
  static Simulation of(String text, long seed) {
    return new Simulation(text, SimulatorOptions.DEFAULT.withSeed(seed));
  }

  /** The same with a budget. */
  static Simulation limited(String text, long maxSteps) {
    return new Simulation(text, new SimulatorOptions(0, maxSteps));
  }

  /** A function of some values with a body of one operation: {@code %r = ...}. */
  static Simulation ofOperation(String operation, String type, String... operands) {
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < operands.length; i++) {
      arguments.append(i == 0 ? "" : ", ").append('%').append((char) ('a' + i));
      arguments.append(": ").append(operands[i]);
    }
    return of(
        """
        func.func @f(%s) -> %s {
          %%r = %s
          return %%r : %s
        }
        """
            .formatted(arguments, type, operation, type));
  }

  /** Runs on scalars, and gives the bits of the one result, as a slot holds them. */
  long scalar(long... arguments) {
    List<Argument> scalars = new ArrayList<>();
    for (long argument : arguments) {
      scalars.add(new Argument.Scalar(argument));
    }
    List<Argument> results = run(scalars);
    if (results.size() == 1 && results.getFirst() instanceof Argument.Scalar scalar) {
      return scalar.bits();
    }
    throw new AssertionError("no single scalar: " + results);
  }

  /** Runs, and gives the results; fails on errors. */
  List<Argument> run(List<Argument> arguments) {
    Optional<List<Argument>> results = tryRun(arguments);
    return results.orElseThrow(() -> new AssertionError(said.toString()));
  }

  /** Runs on memory that is changed. */
  void run(Buffer... buffers) {
    run(memory(buffers));
  }

  /** Runs, and gives the results, or nothing after errors. */
  Optional<List<Argument>> tryRun(List<Argument> arguments) {
    Diagnostics diagnostics = Diagnostics.into(said);
    return switch (first) {
      case FuncOp function -> simulator.run(function, arguments, diagnostics);
      case KernelOp kernel -> simulator.run(kernel, arguments, diagnostics);
      default -> throw new AssertionError("neither a function nor a kernel");
    };
  }

  /** Runs, and gives the one error that this must come to. */
  Diagnostic fail(Buffer... buffers) {
    Optional<List<Argument>> results = tryRun(memory(buffers));
    if (results.isPresent() || said.size() != 1) {
      throw new AssertionError("expected one error, but got " + said);
    }
    return said.getFirst();
  }

  /** What has been said so far, in lines without notes. */
  List<String> said() {
    return said.stream().map(Simulation::line).toList();
  }

  /** The same, as lines {@code line: severity: message} with its notes. */
  String failure(Buffer... buffers) {
    return text(fail(buffers));
  }

  private static String text(Diagnostic error) {
    StringBuilder text = new StringBuilder(line(error));
    error.notes().forEach(note -> text.append('\n').append(line(note)));
    return text.toString();
  }

  /** Launches a kernel on a buffer and a number. */
  void launch(long number, Buffer buffer) {
    run(List.of(new Argument.Memory(buffer), new Argument.Scalar(number)));
  }

  /** The error that such a launch must come to, with its notes. */
  String launchFailure(long number, Buffer buffer) {
    tryRun(List.of(new Argument.Memory(buffer), new Argument.Scalar(number)));
    if (said.size() != 1) {
      throw new AssertionError("expected one error, but got " + said);
    }
    return text(said.getFirst());
  }

  private static String line(Diagnostic diagnostic) {
    Location.FileRange place = diagnostic.location().position();
    int line = place == null ? 0 : place.line();
    return line + ": " + diagnostic.severity().word() + ": " + diagnostic.message();
  }

  private static List<Argument> memory(Buffer... buffers) {
    List<Argument> arguments = new ArrayList<>();
    for (Buffer buffer : buffers) {
      arguments.add(new Argument.Memory(buffer));
    }
    return arguments;
  }

  /** Room for a result, like that of a tensor. */
  static Buffer room(Tensor like) {
    return Buffer.poisoned(like.type(), like.shape());
  }
}
