// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

import dev.azulejo.ir.pass.DecisionReport;
import dev.azulejo.ir.pass.PassObserver;
import dev.azulejo.tool.Call;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code --report} prints on the error stream: what passes chose. */
public final class Report {
  private final @Nullable Form form;
  private final DecisionReport decisions = new DecisionReport();

  /** How a report is written. */
  private enum Form {
    /** A line for each decision. */
    TEXT,
    /** An array for programs. */
    JSON
  }

  private Report(@Nullable Form form) {
    this.form = form;
  }

  /** The report that the value of an option asks for; null asks for none. */
  public static Report of(@Nullable String value) throws UsageException {
    if (value == null) {
      return new Report(null);
    }
    for (Form form : Form.values()) {
      if (form.name().toLowerCase(Locale.ROOT).equals(value)) {
        return new Report(form);
      }
    }
    throw new UsageException("--report=" + value + ": expected text or json");
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
