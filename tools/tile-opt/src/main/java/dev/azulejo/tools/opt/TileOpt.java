// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.diag.DiagnosticPrinter;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import dev.azulejo.tools.program.InputText;
import dev.azulejo.tools.program.TargetAttribute;
import dev.azulejo.tools.program.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads IR, runs passes, prints IR. Exit status 0 where all went well; 1 for anything else, with at
 * least one message that says why.
 */
public final class TileOpt implements Tool {
  /** The tool; it keeps nothing between calls. */
  public TileOpt() {}

  @Override
  public String name() {
    return "tile-opt";
  }

  @Override
  public int run(Call call) {
    Surroundings around = new Surroundings(call);
    try {
      return work(around) ? 0 : 1;
    } catch (UsageException wrong) {
      around.say(String.valueOf(wrong.getMessage()));
      return 1;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      // The outermost frame: users get a sentence, never a trace.
      BugReport.say(bug, null, null, around);
      return 1;
    } finally {
      call.out().flush();
      call.err().flush();
    }
  }

  /** Does everything; true where all went well. */
  private static boolean work(Surroundings around) throws UsageException {
    Diagnostics diagnostics =
        new Diagnostics(new DiagnosticPrinter(around.call().err(), List.of())::print);
    List<Path> jars = new ArrayList<>();
    for (String jar : Arguments.plugins(around.call().args())) {
      jars.add(around.path(jar));
    }
    Catalog catalog = Catalog.withPlugins(jars, diagnostics);
    if (catalog == null) {
      return false;
    }
    Settings settings = new Settings(CommandLines.parse(around.call().args(), catalog));
    String answer = answer(settings, catalog);
    if (answer != null) {
      around.call().out().print(answer);
      return true;
    }
    PipelineChoice.checkNames(settings, catalog);
    TargetAttribute.check(settings.text(OptionTable.TARGET));
    Pipeline pipeline = PipelineChoice.of(settings, catalog, diagnostics);
    if (pipeline == null) {
      return false;
    }
    return process(new Optimizer(catalog, settings, pipeline, around), settings, around);
  }

  /** What is printed in place of doing anything, or null. */
  private static @Nullable String answer(Settings settings, Catalog catalog) {
    if (settings.flag(OptionTable.HELP)) {
      return CommandLines.help(catalog);
    }
    if (settings.flag(OptionTable.VERSION)) {
      return "tile-opt of Azulejo " + Catalog.version() + "\n";
    }
    if (settings.flag(OptionTable.SHOW_DIALECTS)) {
      return "Available Dialects: " + String.join(",", catalog.dialects().names()) + "\n";
    }
    if (settings.flag(OptionTable.LIST_DIALECTS)) {
      return "Dialects:\n  " + String.join("\n  ", catalog.dialects().names()) + "\n";
    }
    return settings.flag(OptionTable.LIST_PASSES) ? catalog.passes().listing() : null;
  }

  private static boolean process(Optimizer optimizer, Settings settings, Surroundings around)
      throws UsageException {
    SourceText input = InputText.read(settings.input(), around.call());
    Output output = new Output(settings.text(OptionTable.OUTPUT, "-"), around);
    boolean good = true;
    String marker = settings.text(OptionTable.SPLIT);
    if (marker == null) {
      good = optimizer.run(input, input, output);
    } else {
      DiagnosticPrinter printer = new DiagnosticPrinter(around.call().err(), List.of(input));
      String separator = "";
      for (SourceText piece : SplitInput.split(input, marker, new Diagnostics(printer::print))) {
        output.print(separator);
        separator = settings.text(OptionTable.OUTPUT_MARKER, OptionTable.MARKER) + "\n";
        good &= optimizer.run(piece, input, output);
      }
    }
    optimizer.report();
    output.finish(good);
    return good;
  }
}
