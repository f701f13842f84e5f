// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import java.util.List;

/** The sizes of operand and result groups, which the generic form shows as properties. */
final class Segments {
  static final String OPERANDS = "operandSegmentSizes";
  static final String RESULTS = "resultSegmentSizes";

  private Segments() {}

  static void addTo(Operation op, List<NamedAttribute> properties) {
    add(OPERANDS, op.operandSegments(), properties);
    add(RESULTS, op.resultSegments(), properties);
  }

  private static void add(
      String name, int @org.jspecify.annotations.Nullable [] sizes, List<NamedAttribute> to) {
    if (sizes != null) {
      to.add(new NamedAttribute(name, DenseArrayAttr.ofI32(sizes)));
    }
  }
}
