// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.CompilerBug;

/** What an inherent attribute must be, and how it stands in custom form. */
public interface AttributeConstraint {
  /** Does an attribute meet it? */
  boolean accepts(Attribute attribute);

  /** The words behind "failed to satisfy constraint:" in a message. */
  String description();

  /** Reads the attribute where the custom form names it. */
  default Attribute parse(AsmParser parser) {
    return parser.attribute();
  }

  /** Prints what {@link #parse} reads. */
  default void print(AsmPrinter printer, Attribute attribute) {
    printer.attribute(attribute);
  }

  /** The attribute that a declaration's text of a default stands for. */
  default Attribute defaultValue(String text) {
    throw new CompilerBug("this kind of attribute has no defaults: " + text);
  }
}
