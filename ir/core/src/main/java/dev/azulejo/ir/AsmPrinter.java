// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import org.jspecify.annotations.Nullable;

/** Takes the text of types and attributes. */
public interface AsmPrinter {
  /** Appends text as it is. */
  AsmPrinter text(String text);

  /** Appends a decimal number. */
  default AsmPrinter number(long value) {
    return text(Long.toString(value));
  }

  /** Appends a type. */
  default AsmPrinter type(Type type) {
    type.print(this);
    return this;
  }

  /** Appends an attribute, by its alias if it has one. */
  default AsmPrinter attribute(Attribute attribute) {
    String alias = alias(attribute);
    if (alias != null) {
      return text(alias);
    }
    attribute.print(this);
    return this;
  }

  /** The short name that this text has for an attribute, or null for one that prints in full. */
  default @Nullable String alias(Attribute attribute) {
    return null;
  }

  /** Appends an attribute without its type, where the reader knows it. */
  default AsmPrinter attributeWithoutType(Attribute attribute) {
    attribute.printWithoutType(this);
    return this;
  }

  /** Appends a quoted string with its escapes; the characters stand for bytes of UTF-8. */
  default AsmPrinter string(String value) {
    return text(AsmText.quote(value));
  }

  /** Appends a word bare where it can stand bare, and quoted where it can't. */
  default AsmPrinter keywordOrString(String word) {
    return text(AsmText.isBareIdentifier(word) ? word : AsmText.quote(word));
  }

  /** Appends {@code @name}, quoted where it must be. */
  default AsmPrinter symbolName(String name) {
    return text("@").keywordOrString(name);
  }

  /**
   * The number by which this text tells an attribute with an identity from others: they are counted
   * from 0 in the order in which they are printed.
   */
  default int identity(Attribute attribute) {
    return 0;
  }

  /** Appends the key of values that stand in the metadata section of the file. */
  default AsmPrinter resource(String key) {
    return keywordOrString(key);
  }
}
