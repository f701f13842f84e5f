// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.BankUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the uses of banks by the operations that stand at one place. */
final class BankTally {
  private final Map<Place, BankUse> uses = new LinkedHashMap<>();

  private record Place(Location location, String operation) {}

  /** Adds a use; one of an operation that never ran is none. */
  void add(BankUse use) {
    if (use.executions() > 0) {
      uses.merge(new Place(use.place(), use.operation()), use, BankTally::sum);
    }
  }

  private static BankUse sum(BankUse a, BankUse b) {
    return new BankUse(
        a.place(),
        a.operation(),
        a.executions() + b.executions(),
        a.turns() + b.turns(),
        a.ideal() + b.ideal());
  }

  /** All of them, in the order of their places in the program. */
  List<BankUse> uses() {
    return new ArrayList<>(uses.values());
  }
}
