// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.BankUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says how instructions have used the banks of shared memory, in the order of the program. */
final class BankReport {
  private static final Location.FileRange NOWHERE = new Location.FileRange("<unknown>", 0, 0, 0, 0);

  private BankReport() {}

  /** A line for each instruction at each place. */
  static String of(List<BankUse> uses) {
    List<BankUse> sorted = new ArrayList<>(uses);
    sorted.sort(
        Comparator.comparing((BankUse use) -> place(use).file())
            .thenComparingInt(use -> place(use).line())
            .thenComparingInt(use -> place(use).column())
            .thenComparing(BankUse::operation));
    StringBuilder text = new StringBuilder();
    for (BankUse use : sorted) {
      Location.FileRange place = place(use);
      text.append(place.file()).append(':').append(place.line()).append(':');
      text.append(place.column()).append(": banks: ").append(use.operation()).append(": ");
      text.append(use.turns()).append(" turns in ").append(use.executions());
      text.append(" executions by warps, ").append(use.conflicts()).append(" of them conflicts\n");
    }
    return text.toString();
  }

  private static Location.FileRange place(BankUse use) {
    Location.FileRange place = use.place().position();
    return place == null ? NOWHERE : place;
  }
}
