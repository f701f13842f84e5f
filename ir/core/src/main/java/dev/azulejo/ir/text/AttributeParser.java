// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.RawText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.DistinctAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.NoneType;
import dev.azulejo.ir.builtin.OpaqueAttr;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.SourceText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads types and attributes, and the aliases for them. */
class AttributeParser extends TokenParser {
  private static final int MAX_DEPTH = 256;
  private static final int MOST_IDENTITY_BITS = 64;

  private final Dialects known;
  private final boolean allowUnregistered;
  private final Resources resources = new Resources();
  private final Aliases aliases = new Aliases(this);
  private final TypeParser types = new TypeParser(this);
  private final NumberParser numbers = new NumberParser(this);
  private final LocationParser locations = new LocationParser(this);
  private final Map<Attribute, Attribute> interned = new HashMap<>();
  private final Map<BigInteger, DistinctAttr> distinct = new HashMap<>();
  private int depth;

  AttributeParser(Lexer lexer, Dialects known, boolean allowUnregistered) {
    super(lexer);
    this.known = known;
    this.allowUnregistered = allowUnregistered;
  }

  Lexer lexer() {
    return lexer;
  }

  @Override
  public AffineMap affineMap() {
    return new AffineParser(this).bareMap();
  }

  Dialects known() {
    return known;
  }

  Aliases aliases() {
    return aliases;
  }

  NumberParser numbers() {
    return numbers;
  }

  /** What the metadata sections held so far. */
  Resources resources() {
    return resources;
  }

  // --- Depth ------------------------------------------------------------------------------------

  /** Runs a reader one level deeper; text can't make the parser run out of stack. */
  <T> T nested(Supplier<T> reader) {
    deeper();
    T result = reader.get();
    depth--;
    return result;
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      throw unexpected("types and attributes are nested more than " + MAX_DEPTH + " deep");
    }
  }

  // --- Types ------------------------------------------------------------------------------------

  @Override
  public Type type() {
    deeper();
    Type type = types.parse();
    depth--;
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
    if (numbers.isNext()) {
      return numbers.parse(type, NumberParser.Context.ATTRIBUTE);
    }
    if (type instanceof ShapedType shaped) {
      ElementsParser elements = new ElementsParser(this, shaped);
      if (at("dense")) {
        return elements.dense();
      }
      if (at("sparse")) {
        return elements.sparse();
      }
      if (at("dense_resource")) {
        return elements.resource();
      }
    }
    return attribute();
  }

  @Override
  public @Nullable Attribute acceptAttribute() {
    deeper();
    Attribute read = read();
    depth--;
    if (read == null) {
      return null;
    }
    Attribute earlier = interned.putIfAbsent(read, read);
    return earlier == null ? read : earlier;
  }

  private @Nullable Attribute read() {
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

  private @Nullable Attribute punctuation() {
    if (at("[")) {
      return array();
    }
    if (at("{")) {
      return DictionaryAttr.of(attributeEntries());
    }
    if (at("(")) {
      return TypeAttr.of(type());
    }
    return at("-") ? numbers.parse() : null;
  }

  private @Nullable Attribute word() {
    String word = lexer.spelling();
    return switch (word) {
      case "true", "false" -> {
        lexer.next();
        yield IntegerAttr.bool(word.equals("true"));
      }
      case "unit" -> {
        lexer.next();
        yield UnitAttr.INSTANCE;
      }
      case "array" -> numbers.array();
      case "dense" -> new ElementsParser(this).dense();
      case "sparse" -> new ElementsParser(this).sparse();
      case "dense_resource" -> new ElementsParser(this).resource();
      case "affine_map" -> new AffineParser(this).map();
      case "affine_set" -> new AffineParser(this).set();
      case "strided" -> types.strided();
      case "distinct" -> distinct();
      case "loc" -> new LocationAttr(locations.inline());
      default -> types.isTypeWord(word) ? TypeAttr.of(type()) : null;
    };
  }

  private Attribute array() {
    List<Attribute> elements = new ArrayList<>();
    expect("[");
    if (!at("]")) {
      do {
        elements.add(attribute());
      } while (accept(","));
    }
    expect("]", "expected ',' or ']'");
    return ArrayAttr.of(elements);
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

  /** Takes {@code distinct[0]<42 : i32>}; the same number means the same attribute. */
  private Attribute distinct() {
    lexer.next();
    expect("[", "expected '[' after 'distinct'");
    if (lexer.kind() != TokenKind.INTEGER) {
      throw unexpected("expected distinct ID");
    }
    Location place = location();
    BigInteger number = magnitude();
    if (number.bitLength() > MOST_IDENTITY_BITS) {
      throw error(place, "expected an unsigned 64-bit integer");
    }
    expect("]", "expected ']' to close distinct ID");
    expect("<", "expected '<' after distinct ID");
    Location valueAt = location();
    Attribute value = at(">") ? UnitAttr.INSTANCE : attribute();
    expect(">", "expected '>' to close distinct attribute");
    DistinctAttr attribute = distinct.computeIfAbsent(number, _ -> DistinctAttr.create(value));
    if (!attribute.value().equals(value)) {
      throw error(
          valueAt,
          "referenced attribute does not match previous definition: %s",
          AsmText.ofAttribute(attribute.value()));
    }
    return attribute;
  }

  private Attribute aliasOrDialect() {
    String name = lexer.spellingFrom(1);
    boolean isDialect = name.indexOf('.') >= 0 || lexer.at(lexer.end()) == '<';
    return isDialect ? dialectAttribute(name) : aliases.attribute();
  }

  private Attribute dialectAttribute(String name) {
    Location place = location();
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

  @Override
  public RawText rawInAngles() {
    if (!at("<")) {
      throw unexpected("expected '<'");
    }
    int start = lexer.end();
    int end = DialectText.matching(this, lexer.start());
    SourceText source = lexer.source();
    String text = lexer.text(start, end - 1);
    lexer.resumeAt(end);
    return new RawText(text, offset -> source.location(start + offset));
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
      String name = entryName(place);
      if (!names.add(name)) {
        throw error(place, "duplicate key '%s' in dictionary attribute", name);
      }
      entries.add(new NamedAttribute(name, accept("=") ? attribute() : UnitAttr.INSTANCE));
    } while (accept(","));
    expect("}", "expected '}' in attribute dictionary");
    return entries;
  }

  private String entryName(Location place) {
    if (lexer.kind() != TokenKind.STRING) {
      return keyword("attribute name");
    }
    String name = string();
    if (name.isEmpty()) {
      throw error(place, "expected valid attribute name");
    }
    return name;
  }

  /** Takes the key of values in the metadata section. */
  String resourceKey() {
    boolean isKey =
        lexer.kind() == TokenKind.BARE_ID
            || (lexer.kind() == TokenKind.STRING && !lexer.stringValue().isEmpty());
    if (!isKey) {
      throw unexpected("expected identifier key for 'resource' entry");
    }
    return lexer.kind() == TokenKind.STRING ? string() : keyword("identifier");
  }

  // --- The top level ----------------------------------------------------------------------------

  /** Takes an alias or a metadata section if one comes next at the top level. */
  boolean topLevelDefinition() {
    if (at("{-#")) {
      new ResourceParser(this, resources).section();
      return true;
    }
    return aliases.definition();
  }

  /** Takes an optional {@code loc(...)} and hands it on. */
  void trailingLocation(Consumer<Location> sink) {
    if (at("loc")) {
      locations.trailing(sink);
    }
  }

  /** Says the locations whose aliases were defined behind their uses. */
  void finish(Block top) {
    locations.resolve();
  }
}
