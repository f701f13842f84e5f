// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.Reproducer;
import dev.azulejo.ir.pass.RunOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.tools.program.OutputFile;
import dev.azulejo.tools.program.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Writes down how to come to a failure again. */
final class Reproducers {
  private final Settings settings;
  private final Surroundings around;
  private final Supplier<String> before;
  private final Pipeline pipeline;

  /**
   * Reproducers for one input.
   *
   * @param before the input as text
   */
  Reproducers(Settings settings, Surroundings around, Supplier<String> before, Pipeline pipeline) {
    this.settings = settings;
    this.around = around;
    this.before = before;
    this.pipeline = pipeline;
  }

  /** Writes one of this run, whether it fails or not, if the arguments ask for that. */
  void generate(PassRun run) throws UsageException {
    String file = settings.text(OptionTable.GENERATE_REPRODUCER);
    if (file != null) {
      OutputFile.write(
          file,
          Reproducer.text(before.get(), pipeline.toString(), run.threads() == 1, run.verifiesEach())
              .getBytes(StandardCharsets.UTF_8),
          around.call());
    }
  }

  /**
   * The same options, with failures written down: all of them where the arguments ask for it, else
   * those that are bugs of ours.
   */
  RunOptions into(RunOptions options) {
    String file = settings.text(OptionTable.CRASH_REPRODUCER);
    return options.withReproducer(
        file == null
            ? new Reproducer(before, Printer::print, false, true, BugReport::save)
            : new Reproducer(
                before,
                Printer::print,
                settings.flag(OptionTable.LOCAL_REPRODUCER),
                false,
                text -> save(file, text)));
  }

  private String save(String file, String text) {
    try {
      OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8), around.call());
      return file;
    } catch (UsageException failed) {
      around.say(String.valueOf(failed.getMessage()));
      return "nowhere";
    }
  }
}
