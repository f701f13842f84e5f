// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.LaunchExpression.Argument;
import dev.azulejo.dialect.ptx.LaunchExpression.Binary;
import dev.azulejo.dialect.ptx.LaunchExpression.Constant;
import dev.azulejo.dialect.ptx.LaunchExpression.Operator;
import dev.azulejo.dialect.ptx.LaunchExpression.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a {@link LaunchExpression}. Whatever is wrong ends in null. */
final class LaunchExpressionReader {
  private static final Pattern TOKEN = Pattern.compile("\\s*(\\w+|\\S)");
  private static final int DEEPEST = 100;

  private final List<String> tokens = new ArrayList<>();
  private int next;
  private int depth;

  LaunchExpressionReader(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
  }

  @Nullable LaunchExpression read() {
    LaunchExpression all = sum();
    return next == tokens.size() ? all : null;
  }

  private boolean take(@Nullable String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private @Nullable LaunchExpression sum() {
    if (++depth > DEEPEST) {
      return null;
    }
    LaunchExpression left = product();
    while (left != null) {
      if (take(Operator.ADD.sign())) {
        left = combined(Operator.ADD, left, product());
      } else if (take(Operator.SUBTRACT.sign())) {
        left = combined(Operator.SUBTRACT, left, product());
      } else {
        break;
      }
    }
    depth--;
    return left;
  }

  private @Nullable LaunchExpression product() {
    LaunchExpression left = part();
    while (left != null && take(Operator.MULTIPLY.sign())) {
      left = combined(Operator.MULTIPLY, left, part());
    }
    return left;
  }

  private static @Nullable LaunchExpression combined(
      Operator operator, @Nullable LaunchExpression left, @Nullable LaunchExpression right) {
    return left == null || right == null ? null : new Binary(operator, left, right);
  }

  private @Nullable LaunchExpression part() {
    if (take("(")) {
      LaunchExpression inner = sum();
      return take(")") ? inner : null;
    }
    boolean isNegative = take("-");
    if (next == tokens.size()) {
      return null;
    }
    String word = tokens.get(next++);
    Long number = number(isNegative ? "-" + word : word);
    if (number != null || isNegative) {
      return number == null ? null : new Constant(number);
    }
    Integer argument = argument(word);
    if (argument != null) {
      return new Argument(argument);
    }
    return word.equals("dim") ? size() : call(word);
  }

  private @Nullable LaunchExpression size() {
    if (take("(") && next + 1 < tokens.size()) {
      Integer argument = argument(tokens.get(next++));
      Long dimension = take(",") && next < tokens.size() ? number(tokens.get(next++)) : null;
      if (argument != null && dimension != null && dimension == dimension.intValue() && take(")")) {
        return new Size(argument, dimension.intValue());
      }
    }
    return null;
  }

  private @Nullable LaunchExpression call(String word) {
    for (Operator operator : Operator.values()) {
      if (operator.sign() == null && operator.word().equals(word) && take("(")) {
        LaunchExpression left = sum();
        LaunchExpression right = take(",") ? sum() : null;
        return take(")") ? combined(operator, left, right) : null;
      }
    }
    return null;
  }

  private static @Nullable Integer argument(String word) {
    Long number =
        word.startsWith(Argument.NAME) ? number(word.substring(Argument.NAME.length())) : null;
    return number == null || number < 0 || number != number.intValue() ? null : number.intValue();
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException none) {
      return null;
    }
  }
}
