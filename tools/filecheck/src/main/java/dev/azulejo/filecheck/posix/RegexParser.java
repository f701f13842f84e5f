// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import dev.azulejo.filecheck.posix.RegexNode.Assertion;
import dev.azulejo.filecheck.posix.RegexNode.BackReference;
import dev.azulejo.filecheck.posix.RegexNode.Choice;
import dev.azulejo.filecheck.posix.RegexNode.Group;
import dev.azulejo.filecheck.posix.RegexNode.OneOf;
import dev.azulejo.filecheck.posix.RegexNode.Repeat;
import dev.azulejo.filecheck.posix.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a POSIX extended regular expression (IEEE Std 1003.1, 9.4), with back references added.
 *
 * <p>Stricter than the standard where that leaves things open: an operator without an operand, two
 * operators in a row and an empty branch are errors.
 */
final class RegexParser {
  private static final int LARGEST_COUNT = 255;
  private static final int DEEPEST_NESTING = 250;

  private final RegexScanner in;
  private final boolean ignoreCase;
  // Bodies of the groups that are closed already, by number; null while a group is open.
  private final List<@Nullable RegexNode> closedGroups = new ArrayList<>();
  private int depth;

  RegexParser(String text, boolean ignoreCase) {
    this.in = new RegexScanner(text);
    this.ignoreCase = ignoreCase;
  }

  RegexNode parse() {
    return choice(false);
  }

  /** How many groups the expression that was read has. */
  int groupCount() {
    return closedGroups.size();
  }

  private RegexNode choice(boolean inGroup) {
    var branches = new ArrayList<RegexNode>();
    do {
      branches.add(branch(inGroup));
    } while (in.eat('|'));
    return branches.size() == 1 ? branches.getFirst() : new Choice(branches);
  }

  private RegexNode branch(boolean inGroup) {
    var parts = new ArrayList<RegexNode>();
    while (in.more() && in.peek() != '|' && !(inGroup && in.peek() == ')')) {
      RegexNode part = repeated();
      if (!(part instanceof Repeat repeat && repeat.max() == 0)) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      throw new PosixSyntaxException("empty (sub)expression");
    }
    return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
  }

  private RegexNode repeated() {
    boolean caret = in.peek() == '^';
    RegexNode atom = atom();
    if (!atRepetition()) {
      return atom;
    }
    if (caret) {
      throw badRepetition();
    }
    RegexNode result =
        switch (in.next()) {
          case '*' -> new Repeat(atom, 0, RegexNode.UNBOUNDED);
          case '+' -> new Repeat(atom, 1, RegexNode.UNBOUNDED);
          case '?' -> new Repeat(atom, 0, 1);
          default -> counted(atom);
        };
    if (atRepetition()) {
      throw badRepetition();
    }
    return result;
  }

  private boolean atRepetition() {
    if (!in.more()) {
      return false;
    }
    char c = in.peek();
    return c == '*' || c == '+' || c == '?' || (c == '{' && in.digitFollows());
  }

  private RegexNode counted(RegexNode atom) {
    int min = count();
    int max = min;
    if (in.eat(',')) {
      max = in.atDigit() ? count() : RegexNode.UNBOUNDED;
    }
    if (max != RegexNode.UNBOUNDED && min > max) {
      throw new PosixSyntaxException("invalid repetition count(s)");
    }
    if (!in.eat('}')) {
      while (in.more() && in.peek() != '}') {
        in.next();
      }
      throw new PosixSyntaxException(
          in.more() ? "invalid repetition count(s)" : "braces not balanced");
    }
    return new Repeat(atom, min, max);
  }

  private int count() {
    int value = 0;
    while (in.atDigit() && value <= LARGEST_COUNT) {
      value = 10 * value + (in.next() - '0');
    }
    if (value > LARGEST_COUNT) {
      throw new PosixSyntaxException("invalid repetition count(s)");
    }
    return value;
  }

  private RegexNode atom() {
    char c = in.next();
    return switch (c) {
      case '(' -> group();
      case ')' -> throw new PosixSyntaxException("parentheses not balanced");
      case '^' -> new Assertion(Assertion.Kind.LINE_START);
      case '$' -> new Assertion(Assertion.Kind.LINE_END);
      case '*', '+', '?' -> throw badRepetition();
      case '.' -> new OneOf(ByteSet.EMPTY.complement().without('\n'));
      case '[' -> bracket();
      case '\\' -> escape();
      case '{' -> {
        if (in.atDigit()) {
          throw badRepetition();
        }
        yield literal(c);
      }
      default -> literal(c);
    };
  }

  private RegexNode group() {
    if (!in.more()) {
      throw new PosixSyntaxException("parentheses not balanced");
    }
    if (++depth > DEEPEST_NESTING) {
      throw new PosixSyntaxException("parentheses nest too deeply");
    }
    closedGroups.add(null);
    int number = closedGroups.size();
    RegexNode body = in.peek() == ')' ? new Sequence(List.of()) : choice(true);
    if (!in.eat(')')) {
      throw new PosixSyntaxException("parentheses not balanced");
    }
    closedGroups.set(number - 1, body);
    depth--;
    return new Group(number, body);
  }

  private RegexNode bracket() {
    if (in.eat("[:<:]]")) {
      return new Assertion(Assertion.Kind.WORD_START);
    }
    if (in.eat("[:>:]]")) {
      return new Assertion(Assertion.Kind.WORD_END);
    }
    return new OneOf(new BracketParser(in).parse(ignoreCase));
  }

  private RegexNode escape() {
    if (!in.more()) {
      throw new PosixSyntaxException("trailing backslash (\\)");
    }
    char c = in.next();
    if (c < '1' || c > '9') {
      return literal(c);
    }
    int number = c - '0';
    RegexNode body = number <= closedGroups.size() ? closedGroups.get(number - 1) : null;
    if (body == null) {
      throw new PosixSyntaxException("invalid backreference number");
    }
    return new BackReference(number, body);
  }

  private RegexNode literal(char c) {
    ByteSet set = ByteSet.of(c);
    return new OneOf(ignoreCase ? set.withBothCases() : set);
  }

  private static PosixSyntaxException badRepetition() {
    return new PosixSyntaxException("repetition-operator operand invalid");
  }
}
