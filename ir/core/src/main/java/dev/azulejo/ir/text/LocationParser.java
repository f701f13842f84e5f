// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
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

  /** Takes {@code loc(...)} behind an operation; an alias may be defined later in the file. */
  void trailing(Consumer<Location> sink) {
    parser.expect("loc");
    parser.expect("(", "expected '(' in location");
    Lexer lexer = parser.lexer();
    if (lexer.kind() == TokenKind.HASH_ID && lexer.spelling().indexOf('.') < 0) {
      Location place = parser.location();
      String name = lexer.spellingFrom(1);
      lexer.next();
      deferred.add(() -> sink.accept(defined(name, place)));
    } else {
      sink.accept(body());
    }
    parser.expect(")", "expected ')' in location");
  }

  private Location defined(String name, Location place) {
    Attribute alias = parser.aliases().attributes().get(name);
    if (alias == null) {
      throw parser.error(place, "operation location alias was never defined");
    }
    return location(alias, place);
  }

  private Location location(Attribute alias, Location place) {
    if (alias instanceof LocationAttr location) {
      return location.value();
    }
    throw parser.error(place, "expected location, but found '%s'", AsmText.ofAttribute(alias));
  }

  /** Says the locations that were named before they were defined. */
  void resolve() {
    deferred.forEach(Runnable::run);
    deferred.clear();
  }

  /** Takes {@code loc(...)} where an attribute stands. */
  Location inline() {
    parser.expect("loc");
    parser.expect("(", "expected '(' in inline location");
    Location location = body();
    parser.expect(")", "expected ')' in inline location");
    return location;
  }

  /** Takes what stands between the parentheses. */
  private Location body() {
    return parser.nested(this::read);
  }

  private Location read() {
    Lexer lexer = parser.lexer();
    if (lexer.kind() == TokenKind.STRING) {
      return fileOrName();
    }
    if (lexer.kind() == TokenKind.HASH_ID) {
      Location place = parser.location();
      return location(parser.attribute(), place);
    }
    if (parser.accept("unknown")) {
      return Location.unknown();
    }
    if (parser.accept("callsite")) {
      return callSite();
    }
    if (parser.accept("fused")) {
      return fused();
    }
    throw parser.unexpected("expected location instance");
  }

  private Location callSite() {
    parser.expect("(", "expected '(' in callsite location");
    Location callee = body();
    parser.expect("at", "expected 'at' in callsite location");
    Location caller = body();
    parser.expect(")", "expected ')' in callsite location");
    return new Location.CallSite(callee, caller);
  }

  private Location fused() {
    Attribute metadata = null;
    if (parser.accept("<")) {
      metadata = parser.attribute();
      parser.expect(">", "expected '>' after fused location metadata");
    }
    List<Location> members = new ArrayList<>();
    parser.listIn("fused location", "[", "]", () -> members.add(body()));
    return Location.fused(members, metadata);
  }

  private Location fileOrName() {
    String text = parser.string();
    if (parser.accept("(")) {
      Location child = body();
      parser.expect(")", "expected ')' after child location of NameLoc");
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
    String missing = "expected either integer or `:` post `to` in FileLineColRange";
    int endLine = parser.at(":") ? line : number(missing);
    parser.expect(":", missing);
    int endColumn = number("expected integer column number in FileLineColRange");
    return new Location.FileRange(file, line, column, endLine, endColumn);
  }

  private int number(String message) {
    if (parser.lexer().kind() != TokenKind.INTEGER) {
      throw parser.unexpected(message);
    }
    Location place = parser.location();
    long value = parser.magnitude().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    if (value > Integer.MAX_VALUE) {
      throw parser.error(place, "%s", message);
    }
    return (int) value;
  }
}
