// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads {@code loc(...)}. */
final class LocationParser {
  private final AttributeParser parser;
  private final List<Runnable> deferred = new ArrayList<>();

  LocationParser(AttributeParser parser) {
    this.parser = parser;
  }

  /** Takes {@code loc(...)}; an alias may be defined later in the file. */
  void trailing(Consumer<Location> sink) {
    parser.expect("loc");
    parser.expect("(");
    Lexer lexer = parser.lexer();
    if (lexer.kind() == TokenKind.HASH_ID) {
      Location place = parser.location();
      String name = lexer.spellingFrom(1);
      lexer.next();
      deferred.add(() -> sink.accept(alias(name, place)));
    } else {
      sink.accept(body());
    }
    if (!parser.accept(")")) {
      throw parser.unexpected("expected ')' in location");
    }
  }

  private Location alias(String name, Location place) {
    Attribute alias = parser.attributeAlias(name);
    if (alias instanceof LocationAttr location) {
      return location.value();
    }
    throw parser.error(place, "operation location alias was never defined");
  }

  /** Says the locations that were named before they were defined. */
  void resolve() {
    deferred.forEach(Runnable::run);
    deferred.clear();
  }

  /** Takes what stands between the parentheses. */
  Location body() {
    return parser.nested(this::read);
  }

  private Location read() {
    Lexer lexer = parser.lexer();
    if (lexer.kind() == TokenKind.STRING) {
      return fileOrName();
    }
    if (lexer.kind() == TokenKind.HASH_ID) {
      Location place = parser.location();
      String name = lexer.spellingFrom(1);
      lexer.next();
      return alias(name, place);
    }
    if (parser.accept("unknown")) {
      return Location.unknown();
    }
    if (parser.accept("callsite")) {
      parser.expect("(");
      Location callee = body();
      if (!parser.accept("at")) {
        throw parser.unexpected("expected 'at' in callsite location");
      }
      Location caller = body();
      parser.expect(")");
      return new Location.CallSite(callee, caller);
    }
    if (parser.accept("fused")) {
      Attribute metadata = parser.at("<") ? parser.inAngles(parser::attribute) : null;
      List<Location> members = new ArrayList<>();
      parser.list("[", "]", () -> members.add(body()));
      return Location.fused(members, metadata);
    }
    throw parser.unexpected("expected location instance");
  }

  private Location fileOrName() {
    String text = parser.string();
    if (parser.accept("(")) {
      Location child = body();
      parser.expect(")");
      return new Location.Name(text, child);
    }
    if (!parser.accept(":")) {
      return new Location.Name(text, Location.unknown());
    }
    String file = text.isEmpty() ? "-" : text;
    int line = number("expected integer line number in FileLineColRange");
    int column =
        parser.accept(":") ? number("expected integer column number in FileLineColRange") : 0;
    if (!parser.accept("to")) {
      return Location.file(file, line, column);
    }
    int endLine = parser.at(":") ? line : number("expected integer line number");
    int endColumn = column;
    if (parser.accept(":")) {
      endColumn = number("expected integer column number in FileLineColRange");
    }
    return new Location.FileRange(file, line, column, endLine, endColumn);
  }

  private int number(String message) {
    if (parser.lexer().kind() != TokenKind.INTEGER) {
      throw parser.unexpected(message);
    }
    return (int) Math.min(Integer.MAX_VALUE, parser.integer());
  }
}
