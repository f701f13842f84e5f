// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.ObserverGroup;
import dev.azulejo.ir.pass.PassObserver;
import dev.azulejo.ir.pass.PassRunner;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.RunOptions;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.ParsedFile;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import dev.azulejo.tool.Call;
import dev.azulejo.tools.execution.Execution;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Functions;
import dev.azulejo.tools.execution.Inputs;
import dev.azulejo.tools.execution.Parameter;
import dev.azulejo.tools.execution.SemanticsCheck;
import dev.azulejo.tools.program.Report;
import dev.azulejo.tools.program.TargetAttribute;
import dev.azulejo.tools.program.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The function that runs and what it is compared with. Passes work on the function alone: its
 * reference is that of the program as it was read, lest a pass spoil both alike.
 *
 * @param function what runs
 * @param module where it stands
 * @param parameters its arguments
 * @param inputs their data
 * @param reference what computes the same, or null
 * @param original where that stands
 */
record Kernel(
    FuncOp function,
    Operation module,
    List<Parameter> parameters,
    Inputs inputs,
    @Nullable FuncOp reference,
    Operation original) {
  /** Reads a program and prepares it; null after errors, which have been reported. */
  static @Nullable Kernel load(
      SourceText source, Options options, Catalog catalog, Call call, Diagnostics diagnostics)
      throws Failure, UsageException {
    ParsedFile file =
        Parser.parseFile(source, catalog.dialects(), ParseOptions.STRICT, diagnostics);
    if (file == null || !Verifier.verify(file.module(), diagnostics)) {
      return null;
    }
    Operation original = file.module();
    TargetAttribute.check(options.target());
    if (options.target() != null) {
      TargetAttribute.write(original, options.target());
    }
    FuncOp entry = Functions.entry(original, options.entry());
    requireHere(entry, options);
    List<Parameter> parameters = Parameter.of(entry, source);
    Inputs inputs = Inputs.of(parameters, options.given(), call);
    FuncOp reference = reference(original, entry);
    Kernel written = new Kernel(entry, original, parameters, inputs, reference, original);
    Pipeline pipeline = Descent.of(options, catalog.passes(), diagnostics);
    return pipeline == null
        ? written
        : written.behind(pipeline, source, options, catalog, call, diagnostics);
  }

  /** The same behind passes; null after errors, which have been reported. */
  private @Nullable Kernel behind(
      Pipeline pipeline,
      SourceText source,
      Options options,
      Catalog catalog,
      Call call,
      Diagnostics diagnostics)
      throws Failure, UsageException {
    Operation lowered =
        options.goesDown()
            ? Functions.alone(original, function)
            : original.copy(new ValueMapping());
    var execution = new Execution(parameters, inputs, options.maxSteps(), null, diagnostics);
    String name = function.symName().value();
    var check = new SemanticsCheck(lowered, name, execution, options.scheduleSeed(), diagnostics);
    if (options.checkSemantics() && !check.begin(diagnostics)) {
      return null;
    }
    Report report = Report.of(options.report(), source);
    List<PassObserver> observers = new ArrayList<>(report.observers());
    if (options.checkSemantics()) {
      observers.add(check);
    }
    RunOptions run = RunOptions.defaults().withObserver(new ObserverGroup(observers));
    boolean failed =
        new PassRunner(catalog.dialects(), run).run(pipeline, lowered, diagnostics).failed();
    report.print(call);
    if (failed || check.hasFailed()) {
      return null;
    }
    if (options.checkSemantics()) {
      call.out()
          .print(
              "@%s: the same results behind %d changes by passes\n".formatted(name, check.runs()));
    }
    return behind(lowered, Functions.named(lowered, name), options);
  }

  private Kernel behind(Operation lowered, @Nullable FuncOp left, Options options) throws Failure {
    boolean hasKernels = !Functions.kernels(lowered, function.symName().value()).isEmpty();
    if (options.isOnCuda() || (left == null && hasKernels)) {
      // Kernels are all that is left of it.
      return new Kernel(function, lowered, parameters, inputs, reference, original);
    }
    if (left == null || !left.functionType().equals(function.functionType())) {
      throw new Failure(
          Diagnostic.error(
              function.location(), "the passes left no such function of the same type to run"));
    }
    return new Kernel(left, lowered, parameters, inputs, reference, original);
  }

  private static void requireHere(FuncOp entry, Options options) throws Failure {
    if (!options.on().equals(Options.SIMULATOR) && !options.isOnCuda()) {
      throw new Failure(
          Diagnostic.error(
              entry.location(),
              "running it with '--on=%s' is not here yet; '--on=simulator' and '--on=cuda' are",
              options.on()));
    }
  }

  private static @Nullable FuncOp reference(Operation module, FuncOp entry) throws Failure {
    if (!(entry.attribute(TileDialect.REFERENCE) instanceof SymbolRefAttr symbol)) {
      return null;
    }
    String name = symbol.root();
    FuncOp reference = Functions.named(module, name);
    if (reference == null) {
      throw new Failure(Diagnostic.error(entry.location(), "has no reference '@%s'", name));
    }
    if (reference == entry) {
      throw new Failure(Diagnostic.error(entry.location(), "is its own reference"));
    }
    if (!reference.functionType().equals(entry.functionType())) {
      throw new Failure(
          Diagnostic.error(
                  entry.location(),
                  "is of type '%s', but its reference is of type '%s'",
                  AsmText.ofType(entry.functionType()),
                  AsmText.ofType(reference.functionType()))
              .note(reference.location(), "the reference stands here"));
    }
    return reference;
  }
}
