// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.translate;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.cuda.codegen.ManifestText;
import dev.azulejo.cuda.codegen.PtxEmitter;
import dev.azulejo.cuda.codegen.PtxModule;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.DiagnosticPrinter;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.ObserverGroup;
import dev.azulejo.ir.pass.PassRunner;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.ir.pass.RunOptions;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.ParsedFile;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import dev.azulejo.tools.program.InputText;
import dev.azulejo.tools.program.OutputFile;
import dev.azulejo.tools.program.Report;
import dev.azulejo.tools.program.ScheduleCheck;
import dev.azulejo.tools.program.TargetAttribute;
import dev.azulejo.tools.program.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates a program to PTX. One that is not on the lowest rung yet goes down first: by the
 * passes that are asked for, else by the pipeline {@code tile-to-ptx}. The status is 0 where all
 * went well and 1 after an error.
 */
public final class TileTranslate implements Tool {
  private static final int FAILED = 1;
  private static final String MODULE = "builtin.module";
  private static final String LOWEST = "ptx";
  private static final String WAY_DOWN = "tile-to-ptx";

  @Override
  public String name() {
    return "tile-translate";
  }

  @Override
  public int run(Call call) {
    try {
      Options options = CommandLines.parse(call.args());
      if (options == null) {
        call.out().print(CommandLines.help());
        return 0;
      }
      return run(options, call);
    } catch (UsageException wrong) {
      call.err().print("tile-translate: " + wrong.getMessage() + "\n");
      return FAILED;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      // The outermost frame: users get a sentence, never a trace.
      call.err()
          .print(
              "tile-translate: error: tile-translate broke down. This is a bug of ours, not of the"
                  + " input: "
                  + bug
                  + "\n");
      return FAILED;
    } finally {
      call.out().flush();
      call.err().flush();
    }
  }

  private static int run(Options options, Call call) throws UsageException {
    TargetAttribute.check(options.target());
    SourceText source = InputText.read(options.file(), call);
    DiagnosticPrinter printer = new DiagnosticPrinter(call.err(), List.of(source));
    Diagnostics diagnostics = new Diagnostics(printer::print);
    if (!InputText.isText(source, diagnostics)) {
      return FAILED;
    }
    Catalog catalog =
        Catalog.withPlugins(
            options.plugins().stream().map(call.directory()::resolve).toList(), diagnostics);
    Report report = Report.of(options.report(), source);
    Operation module = catalog == null ? null : load(source, options, catalog, report, diagnostics);
    report.print(call);
    if (module == null) {
      return FAILED;
    }
    PtxModule translated = new PtxEmitter(diagnostics, options.withLocations()).emit(module);
    if (translated == null) {
      return FAILED;
    }
    if (options.manifest() != null) {
      String manifest = ManifestText.of(translated, diagnostics);
      if (manifest == null) {
        return FAILED;
      }
      write(options.manifest(), manifest, call);
    }
    write(options.output(), translated.text(), call);
    return 0;
  }

  private static void write(String file, String text, Call call) throws UsageException {
    if (file.equals("-")) {
      call.out().print(text);
    } else {
      OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8), call);
    }
  }

  /** Reads a program and brings it to the lowest rung; null after errors, which are reported. */
  private static @Nullable Operation load(
      SourceText source, Options options, Catalog catalog, Report report, Diagnostics diagnostics)
      throws UsageException {
    ParsedFile file =
        Parser.parseFile(source, catalog.dialects(), ParseOptions.STRICT, diagnostics);
    if (file == null || !Verifier.verify(file.module(), diagnostics)) {
      return null;
    }
    Operation module = file.module();
    if (options.target() != null) {
      TargetAttribute.write(module, options.target());
    }
    boolean isChosen = options.passes() != null || options.pipeline() != null;
    if (!isChosen && isOnLowestRung(module)) {
      return module;
    }
    PipelineParser parser = new PipelineParser(catalog.passes(), diagnostics);
    Pipeline pipeline =
        options.pipeline() != null
            ? parser.parse(options.pipeline())
            : parser.parseShort(MODULE, isChosen ? String.valueOf(options.passes()) : WAY_DOWN);
    if (pipeline == null) {
      throw new UsageException("the passes to run first can't be understood");
    }
    RunOptions run = RunOptions.defaults().withObserver(new ObserverGroup(report.observers()));
    PassRunner runner = new PassRunner(catalog.dialects(), run);
    Pipeline checked = ScheduleCheck.in(pipeline, catalog.passes(), options.verifiesBarriers());
    return runner.run(checked, module, diagnostics).failed() ? null : module;
  }

  /** Are there kernels in instructions only? They are printed as they were written. */
  private static boolean isOnLowestRung(Operation module) {
    for (Operation op : module.region(0).entry()) {
      if (!op.schema().dialectName().equals(LOWEST)) {
        return false;
      }
    }
    return true;
  }
}
