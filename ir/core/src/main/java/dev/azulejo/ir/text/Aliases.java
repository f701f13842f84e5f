// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import java.util.HashMap;
import java.util.Map;

/** The short names that a file defines, {@code #a = ...} and {@code !t = ...}. */
final class Aliases {
  private final AttributeParser parser;
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Attribute> attributes = new HashMap<>();

  Aliases(AttributeParser parser) {
    this.parser = parser;
  }

  /** Takes a definition if one comes next. */
  boolean definition() {
    TokenKind kind = parser.lexer().kind();
    if (kind == TokenKind.HASH_ID) {
      String name = name("attribute", attributes);
      attributes.put(name, parser.attribute());
      return true;
    }
    if (kind == TokenKind.BANG_ID) {
      String name = name("type", types);
      types.put(name, parser.type());
      return true;
    }
    return false;
  }

  private String name(String what, Map<String, ?> taken) {
    String name = parser.lexer().spellingFrom(1);
    if (taken.containsKey(name)) {
      throw parser.unexpected("redefinition of " + what + " alias id '" + name + "'");
    }
    if (name.indexOf('.') >= 0) {
      throw parser.unexpected(what + " names with a '.' are reserved for dialect-defined names");
    }
    parser.lexer().next();
    parser.expect("=", "expected '=' in " + what + " alias definition");
    return name;
  }

  /** Takes the name of a type, which must be defined. */
  Type type() {
    return find(types);
  }

  /** Takes the name of an attribute, which must be defined. */
  Attribute attribute() {
    return find(attributes);
  }

  private <T> T find(Map<String, T> defined) {
    String name = parser.lexer().spellingFrom(1);
    T value = defined.get(name);
    if (value == null) {
      throw parser.error(parser.location(), "undefined symbol alias id '%s'", name);
    }
    parser.lexer().next();
    return value;
  }

  /** The attributes that are defined, by name. */
  Map<String, Attribute> attributes() {
    return attributes;
  }
}
