// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import dev.azulejo.ir.processor.model.AttributeModel;
import dev.azulejo.ir.processor.model.FormatPart;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.Signature;
import dev.azulejo.ir.processor.validation.FormatLexer.Kind;
import dev.azulejo.ir.processor.validation.FormatLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a format and finds what its names stand for. */
final class FormatParser {
  private static final Pattern KEYWORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_$.]*");
  private static final Set<String> PUNCTUATION =
      Set.of(
          "->", "...", ":", ",", "=", "<", ">", "(", ")", "{", "}", "[", "]", "?", "+", "-", "*",
          "|");

  private final List<Token> tokens;
  private final Signature signature;
  private int at;

  private FormatParser(List<Token> tokens, Signature signature) {
    this.tokens = tokens;
    this.signature = signature;
  }

  /**
   * The parts of a format.
   *
   * @throws FormatFailure where it can't be read
   */
  static List<FormatPart> parse(String text, Signature signature) {
    FormatParser parser = new FormatParser(FormatLexer.tokens(text), signature);
    List<FormatPart> parts = new ArrayList<>();
    while (parser.peek().kind() != Kind.END) {
      parts.add(parser.isMark("(") ? parser.group() : parser.part());
    }
    return parts;
  }

  private FormatPart group() {
    Token open = take();
    Branch present = branch();
    Branch otherwise = new Branch(List.of(), null);
    if (isMark(":")) {
      take();
      expect("(");
      otherwise = branch();
    }
    expect("?");
    if (otherwise.anchor() != null) {
      throw failure(open, "the anchor '^' stands in the first branch of an optional group");
    }
    if (present.anchor() == null) {
      throw failure(open, "this optional group has no anchor: put '^' behind one of its elements");
    }
    return new FormatPart.OptionalGroup(present.parts(), present.anchor(), otherwise.parts());
  }

  private record Branch(List<FormatPart> parts, @Nullable FormatPart anchor) {}

  private Branch branch() {
    List<FormatPart> parts = new ArrayList<>();
    FormatPart anchor = null;
    while (!isMark(")")) {
      if (isMark("(")) {
        throw failure(peek(), "an optional group can't stand in another one");
      }
      FormatPart part = part();
      parts.add(part);
      if (isMark("^")) {
        Token mark = take();
        if (anchor != null) {
          throw failure(mark, "this optional group has two anchors");
        }
        anchor = part;
      }
    }
    Token close = take();
    if (parts.isEmpty()) {
      throw failure(close, "these parentheses are empty");
    }
    return new Branch(parts, anchor);
  }

  private FormatPart part() {
    Token token = take();
    return switch (token.kind()) {
      case LITERAL -> literal(token);
      case VARIABLE -> variable(token);
      case WORD -> directive(token);
      case MARK ->
          throw failure(
              token,
              token.text().equals("^")
                  ? "an anchor '^' stands behind an element of an optional group"
                  : token + " has no meaning here; literals stand in back quotes");
      case END -> throw failure(token, "the format ends within an optional group");
    };
  }

  private static FormatPart literal(Token token) {
    String text = token.text();
    boolean spacing = text.isEmpty() || text.equals(" ");
    if (!spacing && !PUNCTUATION.contains(text) && !KEYWORD.matcher(text).matches()) {
      throw failure(token, token + " is neither a keyword nor a punctuation mark");
    }
    return new FormatPart.Literal(text);
  }

  private FormatPart directive(Token token) {
    return switch (token.text()) {
      case "operands" -> new FormatPart.OperandRef(FormatPart.ALL);
      case "type" -> type();
      case "functional-type" -> functionalType();
      case "attr-dict" -> new FormatPart.AttributeDictionary(false);
      case "attr-dict-with-keyword" -> new FormatPart.AttributeDictionary(true);
      default ->
          throw failure(
              token,
              token
                  + " is no directive (these are: attr-dict, attr-dict-with-keyword,"
                  + " functional-type, operands, type); literals stand in back quotes");
    };
  }

  private FormatPart type() {
    expect("(");
    Token name = take();
    expect(")");
    if (isWord(name, "operands")) {
      return new FormatPart.OperandType(FormatPart.ALL);
    }
    if (isWord(name, "results")) {
      return new FormatPart.ResultType(FormatPart.ALL);
    }
    int operand = groupIndex(name, signature.operands());
    if (operand >= 0) {
      return new FormatPart.OperandType(operand);
    }
    int result = groupIndex(name, signature.results());
    if (result >= 0) {
      return new FormatPart.ResultType(result);
    }
    throw failure(
        name, name + " is no operand and no result, and nothing else has a type in the format");
  }

  private FormatPart functionalType() {
    expect("(");
    Token inputs = take();
    expect(",");
    Token outputs = take();
    expect(")");
    int operand =
        isWord(inputs, "operands") ? FormatPart.ALL : groupIndex(inputs, signature.operands());
    if (operand < 0 && !isWord(inputs, "operands")) {
      throw failure(inputs, inputs + " is no operand");
    }
    int result =
        isWord(outputs, "results") ? FormatPart.ALL : groupIndex(outputs, signature.results());
    if (result < 0 && !isWord(outputs, "results")) {
      throw failure(outputs, outputs + " is no result");
    }
    return new FormatPart.FunctionalType(operand, result);
  }

  private FormatPart variable(Token token) {
    String name = token.text();
    int operand = groupIndex(token, signature.operands());
    if (operand >= 0) {
      return new FormatPart.OperandRef(operand);
    }
    int attribute = index(name, signature.attributes(), AttributeModel::name);
    if (attribute >= 0) {
      return new FormatPart.AttributeRef(attribute);
    }
    int region = index(name, signature.regions(), each -> each.name());
    if (region >= 0) {
      return new FormatPart.RegionRef(region);
    }
    int successor = index(name, signature.successors(), each -> each.name());
    if (successor >= 0) {
      return new FormatPart.SuccessorRef(successor);
    }
    if (groupIndex(token, signature.results()) >= 0) {
      throw failure(
          token,
          token
              + " is a result, which stands left of the operation; write type($"
              + name
              + ") for its type");
    }
    for (AttributeModel each : signature.attributes()) {
      if (each.accessor().getSimpleName().contentEquals(name)) {
        throw failure(token, token + " is called '$" + each.name() + "' in the text");
      }
    }
    throw failure(token, token + " is declared nowhere: no accessor has that name");
  }

  private static int groupIndex(Token token, List<GroupModel> groups) {
    return token.kind() == Kind.VARIABLE ? index(token.text(), groups, GroupModel::name) : -1;
  }

  private static <T> int index(String name, List<T> all, Function<T, String> nameOf) {
    for (int i = 0; i < all.size(); i++) {
      if (nameOf.apply(all.get(i)).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isWord(Token token, String text) {
    return token.kind() == Kind.WORD && token.text().equals(text);
  }

  private boolean isMark(String text) {
    return peek().kind() == Kind.MARK && peek().text().equals(text);
  }

  private void expect(String mark) {
    Token token = take();
    if (token.kind() != Kind.MARK || !token.text().equals(mark)) {
      throw failure(token, "expected '" + mark + "' before " + token);
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token take() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private static FormatFailure failure(Token token, String message) {
    return new FormatFailure("column %d: %s".formatted(token.column(), message));
  }
}
