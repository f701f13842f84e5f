// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A string that is one of a few words; the custom form has it without quotes. */
public interface Keyword extends AttributeConstraint {
  /** The words. */
  List<String> words();

  @Override
  default boolean accepts(Attribute attribute) {
    return attribute instanceof StringAttr string && words().contains(string.value());
  }

  @Override
  default String description() {
    return "one of " + String.join(", ", words());
  }

  @Override
  default Attribute parse(AsmParser parser) {
    return StringAttr.of(parser.keyword(description()));
  }

  @Override
  default @Nullable Attribute parseOptional(AsmParser parser) {
    String word = parser.acceptKeyword();
    return word == null ? null : StringAttr.of(word);
  }

  @Override
  default void print(AsmPrinter printer, Attribute attribute) {
    if (attribute instanceof StringAttr string) {
      printer.keywordOrString(string.value());
    } else {
      printer.attribute(attribute);
    }
  }

  @Override
  default Attribute defaultValue(String text) {
    return StringAttr.of(text);
  }
}
