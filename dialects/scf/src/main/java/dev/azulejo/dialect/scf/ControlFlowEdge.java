// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;

/** Checks what is handed over where control goes into a region, from one to another, or out. */
final class ControlFlowEdge {
  private ControlFlowEdge() {}

  /**
   * Checks one edge.
   *
   * @param op the operation with the regions
   * @param from the terminator that hands values over; {@code op} itself where control enters
   * @param to where they go, in the words of the message
   * @return whether all is well
   */
  static boolean verify(
      Operation op,
      Operation from,
      String to,
      List<? extends Value> values,
      List<? extends Value> targets,
      Diagnostics diagnostics) {
    String source = from == op ? "parent" : "Operation " + from.name();
    String edge = "along control flow edge from " + source + " to " + to + ": ";
    if (values.size() != targets.size()) {
      diagnostics.report(
          op.error(
                  "%sregion branch point has %d operands, but region successor needs %d inputs",
                  edge, values.size(), targets.size())
              .note(from.location(), "region branch point"));
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      Type given = values.get(i).type();
      Type wanted = targets.get(i).type();
      if (!given.equals(wanted)) {
        diagnostics.report(
            op.error(
                    "%ssuccessor operand type #%d '%s' should match successor input type #%d '%s'",
                    edge, i, AsmText.ofType(given), i, AsmText.ofType(wanted))
                .note(from.location(), "region branch point"));
        return false;
      }
    }
    return true;
  }
}
