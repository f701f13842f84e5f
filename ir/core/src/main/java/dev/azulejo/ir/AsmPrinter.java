// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

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
    attribute.print(this);
    return this;
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
}
