// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.pass.verify.program.LaunchModels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Who does what when in the launches of a program: roles, engines and slots of buffers as rows,
 * times as columns. It is one of the orders that are possible, in which everybody goes on as soon
 * as it can.
 *
 * @param charts the launches in the order of the program; functions without one have a chart that
 *     says so
 */
public record Schedule(List<Chart> charts) {
  private static final int MOST_PLACES = 100_000;

  /** Copies the list. */
  public Schedule {
    charts = List.copyOf(charts);
  }

  /**
   * Shows a program. What can't be shown is reported as an error.
   *
   * @param root the program
   * @param nameAt the name of a result at a place in the text of the program, or nothing
   */
  public static Schedule of(
      Operation root, Function<Location, String> nameAt, Diagnostics diagnostics) {
    List<Chart> charts = new ArrayList<>();
    for (Operation function : functions(root)) {
      List<LaunchOp> launches = LaunchOp.allIn(function);
      if (launches.isEmpty()) {
        charts.add(Chart.empty(title(function, function) + ": nothing to show, it has no launch"));
      }
      for (LaunchOp launch : launches) {
        String title = title(function, launch);
        if (!LaunchModels.areNeeded(launch)) {
          charts.add(
              Chart.empty(
                  title + ": nothing to show, all is done in the order in which it stands there"));
          continue;
        }
        Diagnostic bad =
            new LaunchModels(launch, MOST_PLACES)
                .show(shown -> charts.add(LaunchChart.of(launch, title, shown, nameAt)));
        if (bad != null) {
          diagnostics.report(bad);
        }
      }
    }
    return new Schedule(charts);
  }

  private static List<Operation> functions(Operation root) {
    List<Operation> found = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof Symbol && op.regionCount() > 0 && !op.region(0).isEmpty()) {
        found.add(op);
      }
    });
    found.removeIf(op ->
        op.regionCount() > 0
            && op != root
            && found.stream().anyMatch(inner -> inner != op && inner.isInside(op)));
    return found;
  }

  private static String title(Operation function, Operation at) {
    Location.FileRange place = at.location().position();
    String where =
        place == null ? "" : " at " + place.file() + ":" + place.line() + ":" + place.column();
    String name =
        function.attribute(Symbol.NAME_ATTRIBUTE) instanceof StringAttr symbol
            ? "@" + symbol.value()
            : function.name();
    return name + where;
  }

  /** The schedule as text, for a screen. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (Chart chart : charts) {
      text.append(text.isEmpty() ? "" : "\n").append(TextWriter.write(chart));
    }
    return text.toString();
  }

  /** The schedule as a picture that needs nothing else: SVG. */
  public String toSvg() {
    return SvgWriter.write(charts);
  }
}
