// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.pass.PassObserver;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.ir.pass.RunOptions;
import dev.azulejo.ir.text.ParsedFile;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.text.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which passes run on an input, and how: as the arguments say, or as the input itself does.
 *
 * @param pipeline the passes
 * @param threads how many operations are worked on at the same time
 * @param verifiesEach whether IR is verified after each pass
 * @param showsOperations whether errors show the operation that they are about
 */
record PassRun(Pipeline pipeline, int threads, boolean verifiesEach, boolean showsOperations) {
  private static final String REPRODUCER = "mlir_reproducer";

  /** What is to be done to an input; null after errors. */
  static @Nullable PassRun of(
      Pipeline pipeline,
      ParsedFile file,
      Settings settings,
      Catalog catalog,
      Diagnostics diagnostics) {
    PassRun asked =
        new PassRun(
            pipeline, settings.threads(), settings.verifiesEach(), settings.showsOperations());
    if (!settings.flag(OptionTable.RUN_REPRODUCER)) {
      return asked;
    }
    List<Resources.Entry> entries = file.resources().removeExternal(REPRODUCER);
    if (entries.isEmpty()) {
      diagnostics.error(
          Location.unknown(), "the input has no '%s' in its metadata section", REPRODUCER);
    }
    PassRun run = asked;
    for (Resources.Entry entry : entries) {
      PassRun next = run.with(entry, catalog, diagnostics);
      if (next == null) {
        return null;
      }
      run = next;
    }
    return entries.isEmpty() ? null : run;
  }

  private @Nullable PassRun with(Resources.Entry entry, Catalog catalog, Diagnostics diagnostics) {
    return switch (entry) {
      case Resources.Entry(String key, Resources.Text text) when key.equals("pipeline") -> {
        Pipeline read = new PipelineParser(catalog.passes(), diagnostics).parse(text.value());
        yield read == null ? null : new PassRun(read, threads, verifiesEach, showsOperations);
      }
      case Resources.Entry(String key, Resources.Flag flag) when key.equals("disable_threading") ->
          new PassRun(pipeline, flag.value() ? 1 : threads, verifiesEach, showsOperations);
      case Resources.Entry(String key, Resources.Flag flag) when key.equals("verify_each") ->
          new PassRun(pipeline, threads, flag.value(), showsOperations);
      default -> {
        diagnostics.error(Location.unknown(), "unexpected '%s' in '%s'", entry.key(), REPRODUCER);
        yield null;
      }
    };
  }

  /** The same for the pass runner, watched by {@code observer}. */
  RunOptions options(PassObserver observer) {
    RunOptions options =
        RunOptions.defaults()
            .withThreads(threads)
            .withVerifyEach(verifiesEach)
            .withObserver(observer);
    return showsOperations ? options.withPrinter(Printer::inline) : options;
  }
}
