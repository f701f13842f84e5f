// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.diag.Location;

/** A {@link CmpIPredicate} as an integer of 64 bits; in custom form its word. */
public final class CmpIPredicateAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return CmpIPredicate.of(attribute) != null;
  }

  @Override
  public String description() {
    return "allowed 64-bit signless integer cases: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    Location place = parser.location();
    CmpIPredicate predicate =
        CmpIPredicate.ofWord(parser.at("\"") ? parser.string() : parser.keyword("a predicate"));
    if (predicate == null) {
      throw parser.error(place, "expected one of the predicates %s", CmpIPredicate.words());
    }
    return predicate.attribute();
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    CmpIPredicate predicate = CmpIPredicate.of(attribute);
    if (predicate != null) {
      printer.text(predicate.word());
    }
  }
}
