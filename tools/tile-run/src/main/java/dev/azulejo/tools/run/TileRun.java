// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.diag.DiagnosticPrinter;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.program.InputText;
import dev.azulejo.tools.program.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function of a program on data, and compares what comes out with a reference. The status is
 * 0 where all went well and 1 after an error or where results differ.
 */
public final class TileRun implements Tool {
  private static final int FAILED = 1;

  private final boolean terminal;
  private final Gpu gpu;

  /** A tool whose standard error is no terminal. */
  public TileRun() {
    this(false, Gpu.OF_MACHINE);
  }

  /** A tool whose standard error is a terminal, or isn't. */
  TileRun(boolean terminal, Gpu gpu) {
    this.terminal = terminal;
    this.gpu = gpu;
  }

  @Override
  public String name() {
    return "tile-run";
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
      call.err().print("tile-run: " + wrong.getMessage() + "\n");
      return FAILED;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      // The outermost frame: users get a sentence, never a trace.
      call.err()
          .print(
              "tile-run: error: tile-run broke down. This is a bug of ours, not of the input: "
                  + bug
                  + "\n");
      return FAILED;
    } finally {
      call.out().flush();
      call.err().flush();
    }
  }

  private int run(Options options, Call call) throws UsageException {
    SourceText source = InputText.read(options.file(), call);
    DiagnosticPrinter printer = new DiagnosticPrinter(call.err(), List.of(source));
    Diagnostics diagnostics = new Diagnostics(printer::print);
    if (!InputText.isText(source, diagnostics)) {
      return FAILED;
    }
    Catalog catalog = catalog(options, call, diagnostics);
    if (catalog == null) {
      return FAILED;
    }
    ProgressBar bar = progress(options, call);
    try {
      Kernel kernel = Kernel.load(source, options, catalog, call, diagnostics);
      return kernel != null && new Session(kernel, options, call, bar, gpu, diagnostics).run()
          ? 0
          : FAILED;
    } catch (Failure failure) {
      diagnostics.report(failure.diagnostic());
      return FAILED;
    }
  }

  private @Nullable Catalog catalog(Options options, Call call, Diagnostics diagnostics) {
    List<Path> jars = options.plugins().stream().map(call.directory()::resolve).toList();
    return Catalog.withPlugins(jars, diagnostics);
  }

  private @Nullable ProgressBar progress(Options options, Call call) {
    return switch (options.progress()) {
      case AUTO -> terminal ? new ProgressBar(call.err(), false) : null;
      case ALWAYS -> new ProgressBar(call.err(), true);
      case NEVER -> null;
    };
  }
}
