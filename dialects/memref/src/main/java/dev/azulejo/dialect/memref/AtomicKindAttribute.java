// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.diag.Location;

/** The number of an {@link AtomicKind}; in custom form its word. */
public final class AtomicKindAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return AtomicKind.of(attribute) != null;
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("allowed 64-bit signless integer cases: ");
    for (int i = 0; i < AtomicKind.values().length; i++) {
      text.append(i == 0 ? "" : ", ").append(i);
    }
    return text.toString();
  }

  @Override
  public Attribute parse(AsmParser parser) {
    Location place = parser.location();
    String word = parser.acceptKeyword();
    StringBuilder words = new StringBuilder();
    for (AtomicKind kind : AtomicKind.values()) {
      if (kind.spelling().equals(word)) {
        return kind.attribute();
      }
      words.append(words.isEmpty() ? "" : ", ").append(kind.spelling());
    }
    throw parser.error(
        place,
        "expected string or keyword containing one of the following enum values for attribute"
            + " 'kind' [%s]",
        words);
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    AtomicKind kind = AtomicKind.of(attribute);
    printer.text(kind == null ? "" : kind.spelling());
  }
}
