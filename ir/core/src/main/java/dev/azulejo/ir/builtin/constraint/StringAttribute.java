// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.StringAttr;
import org.jspecify.annotations.Nullable;

/** A string. */
public final class StringAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof StringAttr;
  }

  @Override
  public String description() {
    return "string attribute";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return StringAttr.of(parser.string());
  }

  @Override
  public @Nullable Attribute parseOptional(AsmParser parser) {
    String text = parser.acceptString();
    return text == null ? null : StringAttr.of(text);
  }

  @Override
  public Attribute defaultValue(String text) {
    return StringAttr.of(text);
  }
}
