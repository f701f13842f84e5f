// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.DecisionReport;
import dev.azulejo.ir.pass.PassObserver;
import dev.azulejo.tool.Call;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code --report} prints on the error stream: what passes chose and kernels take. */
public final class Report {
  private static final String OPTION = "--report";

  private final @Nullable Form form;
  private final DecisionReport decisions;

  /** How a report is written. */
  private enum Form {
    /** A line for each decision. */
    TEXT,
    /** An array for programs. */
    JSON
  }

  private Report(@Nullable Form form, SourceText source) {
    this.form = form;
    this.decisions = new DecisionReport(place -> ResultNames.at(place, source));
  }

  /**
   * The report that the value of an option asks for; null asks for none.
   *
   * @param source the program that it is about
   */
  public static Report of(@Nullable String value, SourceText source) throws UsageException {
    if (value == null) {
      return new Report(null, source);
    }
    for (Form form : Form.values()) {
      if (form.name().toLowerCase(Locale.ROOT).equals(value)) {
        return new Report(form, source);
      }
    }
    throw new UsageException("--report=" + value + ": expected text or json");
  }

  /**
   * Arguments in which the bare option has its value, lest it take the next argument, which may be
   * a file, for one.
   */
  public static List<String> spelledOut(List<String> arguments) {
    return arguments.stream().map(each -> each.equals(OPTION) ? OPTION + "=text" : each).toList();
  }

  /** What has to watch the passes: nothing, or one observer. */
  public List<PassObserver> observers() {
    return form == null ? List.of() : List.of(decisions);
  }

  /** Prints it, if it was asked for. */
  public void print(Call call) {
    if (form != null) {
      call.err()
          .print(
              switch (form) {
                case TEXT -> decisions.text();
                case JSON -> decisions.json();
              });
    }
  }
}
