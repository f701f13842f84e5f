// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Location;
import java.util.HexFormat;
import java.util.Locale;

/** Reads the metadata section, {@code {-# ... #-}}. */
final class ResourceParser {
  private static final int ALIGNMENT_DIGITS = 8;

  private final AttributeParser parser;
  private final Lexer lexer;
  private final Resources resources;

  ResourceParser(AttributeParser parser, Resources resources) {
    this.parser = parser;
    this.lexer = parser.lexer();
    this.resources = resources;
  }

  /** Takes the section. */
  void section() {
    parser.expect("{-#");
    if (parser.accept("#-}")) {
      return;
    }
    do {
      Location place = parser.location();
      String key = parser.keyword("identifier key in file metadata dictionary");
      parser.expect(":");
      switch (key) {
        case "dialect_resources" -> braces(this::dialect);
        case "external_resources" -> braces(this::tool);
        default -> throw parser.error(place, "unknown key '%s' in file metadata dictionary", key);
      }
    } while (parser.accept(","));
    parser.expect("#-}", "expected ',' or '#-}'");
  }

  private void braces(Runnable item) {
    parser.expect("{");
    if (parser.accept("}")) {
      return;
    }
    do {
      item.run();
    } while (parser.accept(","));
    parser.expect("}", "expected ',' or '}'");
  }

  private void dialect() {
    Location place = parser.location();
    String name = parser.keyword("identifier key for 'resource' entry");
    if (parser.known().dialect(name) == null) {
      throw parser.error(place, "dialect '%s' is unknown", name);
    }
    parser.expect(":");
    if (!name.equals(BuiltinDialect.NAME)) {
      throw parser.unexpected("unexpected 'resource' section for dialect '" + name + "'");
    }
    braces(this::elements);
  }

  private void elements() {
    String key = parser.resourceKey();
    parser.expect(":");
    resources.putElements(key, blob(key));
  }

  private void tool() {
    String name = parser.keyword("identifier key for 'resource' entry");
    parser.expect(":");
    braces(() -> resources.addExternal(name, entry()));
  }

  private Resources.Entry entry() {
    String key = parser.resourceKey();
    parser.expect(":");
    return new Resources.Entry(key, value(key));
  }

  private Resources.Value value(String key) {
    if (parser.at("true") || parser.at("false")) {
      return new Resources.Flag("true".equals(parser.acceptKeyword()));
    }
    if (lexer.kind() != TokenKind.STRING) {
      throw parser.unexpected("expected string value for key '" + key + "'");
    }
    if (lexer.stringValue().startsWith("0x")) {
      return blob(key);
    }
    return new Resources.Text(parser.string());
  }

  private Resources.Blob blob(String key) {
    String text = lexer.kind() == TokenKind.STRING ? lexer.stringValue() : "";
    boolean wellFormed =
        text.startsWith("0x")
            && text.length() % 2 == 0
            && text.chars().skip(2).allMatch(HexFormat::isHexDigit);
    if (!wellFormed) {
      throw parser.unexpected("expected hex string blob for key '" + key + "'");
    }
    String hex = text.substring(2).toUpperCase(Locale.ROOT);
    if (hex.length() < ALIGNMENT_DIGITS) {
      throw parser.unexpected(
          "expected hex string blob for key '" + key + "' to encode alignment in first 4 bytes");
    }
    int alignment = Integer.reverseBytes(HexFormat.fromHexDigits(hex, 0, ALIGNMENT_DIGITS));
    if (Integer.bitCount(alignment) > 1) {
      throw parser.unexpected(
          "expected hex string blob for key '"
              + key
              + "' to encode alignment in first 4 bytes, but got non-power-of-2 value: "
              + Integer.toUnsignedString(alignment));
    }
    lexer.next();
    return new Resources.Blob(hex);
  }
}
