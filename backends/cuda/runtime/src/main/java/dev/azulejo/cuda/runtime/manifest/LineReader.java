// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import dev.azulejo.cuda.runtime.manifest.IntegerExpression.Binary;
import dev.azulejo.cuda.runtime.manifest.IntegerExpression.Constant;
import dev.azulejo.cuda.runtime.manifest.IntegerExpression.Dimension;
import dev.azulejo.cuda.runtime.manifest.IntegerExpression.Operator;
import dev.azulejo.cuda.runtime.manifest.IntegerExpression.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words, numbers and expressions of one line of a manifest. */
final class LineReader {
  private static final Pattern TOKEN = Pattern.compile("\\s*([\\w$.]+|\\S)");
  private static final int DEEPEST = 100;

  /** What stands for a number that is free. */
  static final String ANY = "?";

  private final int line;
  private final List<String> tokens = new ArrayList<>();
  private int next;
  private int depth;

  LineReader(int line, String text) {
    this.line = line;
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
  }

  ManifestException error(String message) {
    return new ManifestException(line, message);
  }

  boolean isAtEnd() {
    return next == tokens.size();
  }

  void end() {
    if (!isAtEnd()) {
      throw error("nothing more is expected before '" + tokens.get(next) + "'");
    }
  }

  /** The next token if it is this one. */
  boolean take(String token) {
    if (!isAtEnd() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    if (!take(token)) {
      throw error("expected '" + token + "' " + found());
    }
  }

  private String found() {
    return isAtEnd() ? "at the end" : "before '" + tokens.get(next) + "'";
  }

  /** A name. */
  String word() {
    if (isAtEnd() || !isWord(tokens.get(next))) {
      throw error("expected a name " + found());
    }
    return tokens.get(next++);
  }

  private static boolean isWord(String token) {
    char first = token.charAt(0);
    return Character.isLetter(first) || first == '_' || first == '$';
  }

  /** A number that fits 32 bits. */
  int number() {
    long value = longNumber();
    if (value != (int) value) {
      throw error(value + " does not fit 32 bits");
    }
    return (int) value;
  }

  private long longNumber() {
    boolean negative = take("-");
    if (isAtEnd() || !Character.isDigit(tokens.get(next).charAt(0))) {
      throw error("expected a number " + found());
    }
    String digits = tokens.get(next++);
    try {
      return Long.parseLong(negative ? "-" + digits : digits);
    } catch (NumberFormatException e) {
      throw error("'" + digits + "' is no number of 64 bits");
    }
  }

  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    do {
      numbers.add(number());
    } while (take(","));
    return numbers;
  }

  /** Numbers of 64 bits; where one may be free, {@link #ANY} stands for {@code any}. */
  List<Long> longNumbers(long any) {
    List<Long> numbers = new ArrayList<>();
    do {
      numbers.add(take(ANY) ? any : longNumber());
    } while (take(","));
    return numbers;
  }

  /** Names; where there is none, {@link #ANY} stands for an empty one. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    do {
      words.add(take(ANY) ? "" : word());
    } while (take(","));
    return words;
  }

  List<IntegerExpression> expressions() {
    List<IntegerExpression> expressions = new ArrayList<>();
    do {
      expressions.add(expression());
    } while (take(","));
    return expressions;
  }

  /** Sums of products. */
  IntegerExpression expression() {
    if (++depth > DEEPEST) {
      throw error("the expression is nested too deeply");
    }
    IntegerExpression left = product();
    while (true) {
      if (take("+")) {
        left = new Binary(Operator.ADD, left, product());
      } else if (take("-")) {
        left = new Binary(Operator.SUBTRACT, left, product());
      } else {
        depth--;
        return left;
      }
    }
  }

  private IntegerExpression product() {
    IntegerExpression left = atom();
    while (take("*")) {
      left = new Binary(Operator.MULTIPLY, left, atom());
    }
    return left;
  }

  private IntegerExpression atom() {
    if (take("(")) {
      IntegerExpression inner = expression();
      expect(")");
      return inner;
    }
    if (isAtEnd() || !isWord(tokens.get(next))) {
      return new Constant(longNumber());
    }
    String word = word();
    if (!take("(")) {
      return new Scalar(word);
    }
    if (word.equals("dim")) {
      String argument = word();
      expect(",");
      int index = number();
      expect(")");
      return new Dimension(argument, index);
    }
    Operator operator = function(word);
    IntegerExpression left = expression();
    expect(",");
    IntegerExpression right = expression();
    expect(")");
    return new Binary(operator, left, right);
  }

  private Operator function(String word) {
    for (Operator operator : Operator.values()) {
      if (!operator.isInfix() && operator.text().equals(word)) {
        return operator;
      }
    }
    throw error("there is no function '" + word + "'");
  }
}
