// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.NoneType;
import dev.azulejo.ir.builtin.OpaqueAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads types and attributes, and the aliases for them. */
class AttributeParser extends TokenParser {
  private static final int MAX_DEPTH = 256;

  private final Dialects known;
  private final boolean allowUnregistered;
  private final Map<String, Type> typeAliases = new HashMap<>();
  private final Map<String, Attribute> attributeAliases = new HashMap<>();
  private final TypeParser types = new TypeParser(this);
  private final NumberParser numbers = new NumberParser(this);
  private final LocationParser locations = new LocationParser(this);
  private int depth;

  AttributeParser(Lexer lexer, Dialects known, boolean allowUnregistered) {
    super(lexer);
    this.known = known;
    this.allowUnregistered = allowUnregistered;
  }

  Lexer lexer() {
    return lexer;
  }

  // --- Depth ------------------------------------------------------------------------------------

  /** Runs a reader one level deeper; text can't make the parser run out of stack. */
  <T> T nested(java.util.function.Supplier<T> reader) {
    if (++depth > MAX_DEPTH) {
      throw unexpected("types and attributes are nested more than " + MAX_DEPTH + " deep");
    }
    T result = reader.get();
    depth--;
    return result;
  }

  // --- Types ------------------------------------------------------------------------------------

  @Override
  public Type type() {
    return nested(types::parse);
  }

  Type typeAlias(String name) {
    Type type = typeAliases.get(name);
    if (type == null) {
      throw unexpected("undefined symbol alias id '" + name + "'");
    }
    return type;
  }

  // --- Attributes -------------------------------------------------------------------------------

  @Override
  public Attribute attribute() {
    Attribute attribute = acceptAttribute();
    if (attribute == null) {
      throw unexpected("expected attribute value");
    }
    return attribute;
  }

  @Override
  public Attribute attribute(Type type) {
    return nested(() -> numbers.isNext() ? numbers.parse(type) : attribute());
  }

  @Override
  public @Nullable Attribute acceptAttribute() {
    if (lexer.kind() == TokenKind.END) {
      return null;
    }
    Attribute[] found = new Attribute[1];
    nested(
        () -> {
          found[0] = read();
          return true;
        });
    return found[0];
  }

  @SuppressWarnings("NullAway") // null stands for "no attribute begins here"
  private Attribute read() {
    return switch (lexer.kind()) {
      case INTEGER, FLOAT -> numbers.parse();
      case STRING -> stringAttribute();
      case AT_ID -> symbol();
      case HASH_ID -> aliasOrDialect();
      case BANG_ID -> TypeAttr.of(type());
      case BARE_ID -> word();
      case PUNCTUATION -> punctuation();
      case PERCENT_ID, CARET_ID, END -> null;
    };
  }

  @SuppressWarnings("NullAway")
  private Attribute punctuation() {
    if (at("[")) {
      List<Attribute> elements = new ArrayList<>();
      list("[", "]", () -> elements.add(attribute()));
      return ArrayAttr.of(elements);
    }
    if (at("{")) {
      return DictionaryAttr.of(attributeEntries());
    }
    if (at("(")) {
      return TypeAttr.of(type());
    }
    return at("-") ? numbers.parse() : null;
  }

  @SuppressWarnings("NullAway")
  private Attribute word() {
    String word = lexer.spelling();
    switch (word) {
      case "true", "false" -> {
        lexer.next();
        return IntegerAttr.bool(word.equals("true"));
      }
      case "unit" -> {
        lexer.next();
        return UnitAttr.INSTANCE;
      }
      case "array" -> {
        return numbers.array();
      }
      case "dense" -> {
        return new DenseParser(this).parse();
      }
      case "loc" -> {
        Location[] place = new Location[1];
        lexer.next();
        expect("(");
        place[0] = locations.body();
        expect(")");
        return new LocationAttr(place[0]);
      }
      case "strided" -> {
        return types.strided();
      }
      default -> {
        return types.isTypeWord(word) ? TypeAttr.of(type()) : null;
      }
    }
  }

  private Attribute stringAttribute() {
    String value = string();
    return accept(":") ? new StringAttr(value, type()) : StringAttr.of(value);
  }

  private Attribute symbol() {
    String root = symbolName();
    List<String> nested = new ArrayList<>();
    while (at(":") && lexer.at(lexer.end()) == ':') {
      lexer.next();
      lexer.next();
      if (lexer.kind() != TokenKind.AT_ID) {
        throw unexpected("expected nested symbol reference identifier");
      }
      nested.add(symbolName());
    }
    return new SymbolRefAttr(root, nested);
  }

  private Attribute aliasOrDialect() {
    Location place = location();
    String name = lexer.spellingFrom(1);
    boolean isDialect = name.indexOf('.') >= 0 || lexer.at(lexer.end()) == '<';
    if (!isDialect) {
      Attribute alias = attributeAliases.get(name);
      if (alias == null) {
        throw unexpected("undefined symbol alias id '" + name + "'");
      }
      lexer.next();
      return alias;
    }
    DialectText text = DialectText.read(this, name);
    Dialect dialect = known.dialect(text.dialect());
    if (dialect != null) {
      Attribute attribute = text.parse(this, mnemonic -> dialect.parseAttribute(this, mnemonic));
      if (attribute == null) {
        throw error(
            place, "unknown attribute '%s' in dialect '%s'", text.mnemonic(), text.dialect());
      }
      return attribute;
    }
    text.skip(this);
    requireUnregistered(place, "#" + text.dialect() + "<" + AsmText.quote(text.body()) + ">");
    Type type = accept(":") ? type() : NoneType.INSTANCE;
    return new OpaqueAttr(text.dialect(), text.body(), type);
  }

  Dialects known() {
    return known;
  }

  void requireUnregistered(Location place, String what) {
    if (!allowUnregistered) {
      throw error(
          place,
          "%s created with unregistered dialect. If this is intended, please use"
              + " --allow-unregistered-dialect with the tool used",
          what);
    }
  }

  /** Takes {@code {name = value, ...}}. */
  List<NamedAttribute> attributeEntries() {
    List<NamedAttribute> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    expect("{");
    if (accept("}")) {
      return entries;
    }
    do {
      Location place = location();
      String name = entryName();
      if (!names.add(name)) {
        throw error(place, "duplicate key '%s' in dictionary attribute", name);
      }
      entries.add(
          new NamedAttribute(name, accept("=") ? attribute() : UnitAttr.INSTANCE));
    } while (accept(","));
    if (!accept("}")) {
      throw unexpected("expected '}' in attribute dictionary");
    }
    return entries;
  }

  private String entryName() {
    if (lexer.kind() == TokenKind.STRING) {
      String name = string();
      if (name.isEmpty()) {
        throw unexpected("expected valid attribute name");
      }
      return name;
    }
    return keyword("attribute name");
  }

  // --- The top level ----------------------------------------------------------------------------

  /** Takes an alias or a piece of metadata if one comes next at the top level. */
  boolean topLevelDefinition() {
    if (lexer.kind() == TokenKind.HASH_ID) {
      String name = aliasName("attribute", attributeAliases.keySet());
      attributeAliases.put(name, attribute());
      return true;
    }
    if (lexer.kind() == TokenKind.BANG_ID) {
      String name = aliasName("type", typeAliases.keySet());
      typeAliases.put(name, type());
      return true;
    }
    if (at("{-#")) {
      skipMetadata();
      return true;
    }
    return false;
  }

  private String aliasName(String what, Set<String> taken) {
    String name = lexer.spellingFrom(1);
    if (taken.contains(name)) {
      throw unexpected("redefinition of " + what + " alias id '" + name + "'");
    }
    if (name.indexOf('.') >= 0) {
      throw unexpected(what + " names with a '.' are reserved for dialect-defined names");
    }
    lexer.next();
    if (!accept("=")) {
      throw unexpected("expected '=' in " + what + " alias definition");
    }
    return name;
  }

  /** Resources belong to other tools; nothing here refers to them. */
  private void skipMetadata() {
    Location place = location();
    while (!at("#-}")) {
      if (lexer.kind() == TokenKind.END) {
        throw error(place, "expected '#-}' to end the file's metadata");
      }
      lexer.next();
    }
    lexer.next();
  }

  /** Takes an optional {@code loc(...)} and hands it on. */
  void trailingLocation(Consumer<Location> sink) {
    if (at("loc")) {
      locations.trailing(sink);
    }
  }

  /** The attribute that an alias stands for, or null. */
  @Nullable Attribute attributeAlias(String name) {
    return attributeAliases.get(name);
  }

  /** Says the locations whose aliases were defined behind their uses. */
  void finish(Block top) {
    locations.resolve();
  }
}
