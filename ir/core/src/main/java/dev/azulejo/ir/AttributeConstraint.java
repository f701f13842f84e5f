// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.CompilerBug;
import org.jspecify.annotations.Nullable;

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

  /** Reads the attribute where an optional part of the custom form begins with it, else null. */
  default @Nullable Attribute parseOptional(AsmParser parser) {
    return parser.acceptAttribute();
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
