// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.builtin.op.ModuleOp;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.tools.program.ScheduleCheck;
import dev.azulejo.tools.program.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out which passes are to run. */
final class PipelineChoice {
  private PipelineChoice() {}

  /** The pipeline that the arguments ask for, maybe an empty one; null after errors. */
  static @Nullable Pipeline of(Settings settings, Catalog catalog, Diagnostics diagnostics) {
    PipelineParser parser = new PipelineParser(catalog.passes(), diagnostics);
    List<String> passes = settings.texts(OptionTable.PASS);
    String whole = settings.text(OptionTable.PASS_PIPELINE);
    if (whole != null && !passes.isEmpty()) {
      diagnostics.error(
          Location.unknown(), "'-pass-pipeline' option can't be used with individual pass options");
      return null;
    }
    Pipeline asked =
        whole == null
            ? parser.parseShort(ModuleOp.schemaOfModules().name(), String.join(",", passes))
            : parser.parse(whole);
    boolean isChecked = Option.isTrue(settings.text(OptionTable.VERIFY_BARRIERS, "true"));
    return asked == null ? null : ScheduleCheck.in(asked, catalog.passes(), isChecked);
  }

  /** Refuses names of passes that don't exist where IR is to be printed. */
  static void checkNames(Settings settings, Catalog catalog) throws UsageException {
    for (String option : List.of(OptionTable.PRINT_BEFORE, OptionTable.PRINT_AFTER)) {
      for (String name : names(settings, option)) {
        if (catalog.passes().pass(name) == null) {
          throw new UsageException(
              "for the " + option + " option: Cannot find option named '" + name + "'!");
        }
      }
    }
  }

  /** The passes named in all the values of an option. */
  static List<String> names(Settings settings, String option) {
    List<String> names = new ArrayList<>();
    for (String list : settings.texts(option)) {
      for (String name : list.split(",", -1)) {
        names.add(name.strip());
      }
    }
    return names;
  }
}
