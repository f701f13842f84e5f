// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.IrPrinting;
import dev.azulejo.ir.pass.ObserverGroup;
import dev.azulejo.ir.pass.PassInstance;
import dev.azulejo.ir.pass.PassObserver;
import dev.azulejo.ir.pass.StatisticsReport;
import dev.azulejo.ir.pass.Timing;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What watches passes run. */
final class Watchers {
  private final Settings settings;
  private final Surroundings around;
  private final List<PassObserver> observers = new ArrayList<>();

  /** The observers that the arguments ask for. */
  Watchers(Settings settings, Surroundings around, Timing timing, StatisticsReport statistics) {
    this.settings = settings;
    this.around = around;
    if (settings.flag(OptionTable.STATISTICS)) {
      observers.add(statistics);
    }
    if (printsIr()) {
      observers.add(new IrPrinting(selection(), this::print, destination()));
    }
    if (settings.flag(OptionTable.TIMING)) {
      observers.add(timing);
    }
  }

  /** Lets another one watch, too. */
  void add(PassObserver observer) {
    observers.add(observer);
  }

  /** In generic form where the custom one could not cope: a pass may have left what is wrong. */
  private String print(Operation op) {
    PrintOptions options = settings.printOptions();
    boolean isRight = Verifier.verify(op, Diagnostics.silent());
    return Printer.print(op, isRight ? options : options.withGeneric(true));
  }

  /** All of them as one. */
  PassObserver observer() {
    return observers.isEmpty() ? PassObserver.NONE : new ObserverGroup(observers);
  }

  private boolean printsIr() {
    return settings.has(OptionTable.PRINT_BEFORE)
        || settings.has(OptionTable.PRINT_AFTER)
        || settings.flag(OptionTable.PRINT_BEFORE_ALL)
        || settings.flag(OptionTable.PRINT_AFTER_ALL)
        || settings.flag(OptionTable.PRINT_AFTER_CHANGE)
        || settings.flag(OptionTable.PRINT_AFTER_FAILURE);
  }

  private IrPrinting.Selection selection() {
    boolean onlyChanged = settings.flag(OptionTable.PRINT_AFTER_CHANGE);
    boolean afterAll =
        settings.flag(OptionTable.PRINT_AFTER_ALL)
            || (onlyChanged && !settings.has(OptionTable.PRINT_AFTER));
    return new IrPrinting.Selection(
        named(OptionTable.PRINT_BEFORE, settings.flag(OptionTable.PRINT_BEFORE_ALL)),
        named(OptionTable.PRINT_AFTER, afterAll),
        onlyChanged,
        settings.flag(OptionTable.PRINT_AFTER_FAILURE),
        settings.flag(OptionTable.PRINT_MODULE_SCOPE));
  }

  private Predicate<PassInstance> named(String option, boolean all) {
    List<String> names = PipelineChoice.names(settings, option);
    return pass -> all || names.contains(pass.name());
  }

  private IrPrinting.Destination destination() {
    String folder = settings.text(OptionTable.PRINT_TREE);
    return folder == null
        ? (_, text) -> around.call().err().print(text)
        : (file, text) -> toFile(around.path(folder).resolve(file + ".mlir"), text);
  }

  private void toFile(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failed) {
      around.say("error: cannot write '" + file + "': " + failed.getMessage());
    }
  }
}
