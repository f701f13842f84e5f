// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.PassRunner;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.StatisticsReport;
import dev.azulejo.ir.pass.Timing;
import dev.azulejo.ir.text.ParsedFile;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import dev.azulejo.pass.verify.schedule.Schedule;
import dev.azulejo.tools.program.InputText;
import dev.azulejo.tools.program.Report;
import dev.azulejo.tools.program.ResultNames;
import dev.azulejo.tools.program.TargetAttribute;
import dev.azulejo.tools.program.UsageException;
import org.jspecify.annotations.Nullable;

/** Takes inputs through reading, passes and printing. */
final class Optimizer {
  private final Catalog catalog;
  private final Settings settings;
  private final Pipeline pipeline;
  private final Surroundings around;
  private final Timing timing = new Timing();

  Optimizer(Catalog catalog, Settings settings, Pipeline pipeline, Surroundings around) {
    this.catalog = catalog;
    this.settings = settings;
    this.pipeline = pipeline;
    this.around = around;
  }

  /**
   * Works on one input; true where all went well.
   *
   * @param whole what the input is a piece of
   */
  boolean run(SourceText source, SourceText whole, Output output) throws UsageException {
    DiagnosticSink sink = new DiagnosticSink(source, whole, settings, around.call().err());
    try {
      String text = optimize(source, sink);
      if (text != null && !sink.failed()) {
        output.print(text);
      }
    } catch (RuntimeException | StackOverflowError bug) {
      BugReport.say(bug, source, pipeline, around);
      return false;
    }
    return sink.finish();
  }

  /** Prints what was measured. */
  void report() {
    if (settings.flag(OptionTable.TIMING)) {
      around.call().err().print(timing.report());
    }
  }

  /** The text of the result, or null after errors. */
  private @Nullable String optimize(SourceText source, DiagnosticSink sink) throws UsageException {
    Diagnostics diagnostics = sink.diagnostics();
    ParsedFile file = timing.time("Parser", () -> read(source, diagnostics));
    if (file == null || !survivesRoundTrip(file, diagnostics)) {
      return null;
    }
    Operation module = file.module();
    PassRun run = PassRun.of(pipeline, file, settings, catalog, diagnostics);
    if (run == null) {
      return null;
    }
    if (settings.flag(OptionTable.DUMP_PIPELINE)) {
      around.call().err().print(run.pipeline().dump());
    }
    StatisticsReport statistics = new StatisticsReport();
    Watchers watchers = new Watchers(settings, around, timing, statistics);
    if (settings.flag(OptionTable.CHECK_SEMANTICS)) {
      watchers.add(SemanticsWatch.of(module, source, around.call(), diagnostics));
    }
    Report report = Report.of(settings.text(OptionTable.REPORT), source);
    report.observers().forEach(watchers::add);
    Reproducers reproducers =
        new Reproducers(settings, around, () -> textBefore(source), run.pipeline());
    reproducers.generate(run);
    PassRunner runner =
        new PassRunner(catalog.dialects(), reproducers.into(run.options(watchers.observer())));
    boolean failed = runner.run(run.pipeline(), module, diagnostics).failed();
    if (settings.flag(OptionTable.STATISTICS)) {
      around.call().err().print(statistics.report(run.pipeline()));
    }
    report.print(around.call());
    return failed ? null : timing.time("Output", () -> output(file, source, diagnostics));
  }

  /** Reads and verifies, and writes the target; null after errors. */
  private @Nullable ParsedFile read(SourceText source, Diagnostics diagnostics) {
    if (!InputText.isText(source, diagnostics)) {
      return null;
    }
    ParsedFile file =
        Parser.parseFile(source, catalog.dialects(), settings.parseOptions(), diagnostics);
    if (file == null) {
      return null;
    }
    String target = settings.text(OptionTable.TARGET);
    if (target != null) {
      TargetAttribute.write(file.module(), target);
    }
    boolean good = settings.flag(OptionTable.UNVERIFIED) || verify(file.module(), diagnostics);
    return good ? file : null;
  }

  private boolean verify(Operation module, Diagnostics diagnostics) {
    return Verifier.verify(
        module,
        catalog.dialects(),
        settings.showsOperations() ? Printer::inline : null,
        diagnostics);
  }

  private boolean survivesRoundTrip(ParsedFile file, Diagnostics diagnostics) {
    return !settings.flag(OptionTable.VERIFY_ROUND_TRIP)
        || (RoundTrip.survives(file, false, catalog, settings, diagnostics)
            && RoundTrip.survives(file, true, catalog, settings, diagnostics));
  }

  /** What was read, read again. */
  private String textBefore(SourceText source) {
    ParsedFile file = read(source, Diagnostics.silent());
    return file == null ? "" : Printer.print(file.module(), PrintOptions.DEFAULT, file.resources());
  }

  /** What is printed of a program: its IR, or a picture of it. */
  private String output(ParsedFile file, SourceText source, Diagnostics diagnostics) {
    String form = settings.text(OptionTable.SHOW_SCHEDULE);
    if (form == null) {
      return print(file);
    }
    Schedule schedule =
        Schedule.of(file.module(), place -> ResultNames.at(place, source), diagnostics);
    return form.equals("svg") ? schedule.toSvg() : schedule.toText();
  }

  private String print(ParsedFile file) {
    PrintOptions options = settings.printOptions();
    boolean mayBeInvalid = settings.flag(OptionTable.UNVERIFIED) || !settings.verifiesEach();
    if (mayBeInvalid
        && !Verifier.verify(file.module(), catalog.dialects(), null, Diagnostics.silent())) {
      options = options.withGeneric(true);
    }
    return Printer.print(file.module(), options, file.resources());
  }
}
