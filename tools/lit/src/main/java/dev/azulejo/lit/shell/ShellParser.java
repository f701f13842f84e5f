// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import dev.azulejo.lit.shell.ShellLexer.Token;
import dev.azulejo.lit.shell.ShellLine.Chain;
import dev.azulejo.lit.shell.ShellLine.Command;
import dev.azulejo.lit.shell.ShellLine.Join;
import dev.azulejo.lit.shell.ShellLine.Pipeline;
import dev.azulejo.lit.shell.ShellLine.Redirection;
import dev.azulejo.lit.shell.ShellLine.Target;
import java.util.ArrayList;
import java.util.List;

/** Reads a line for the shell: pipelines joined from left to right. */
public final class ShellParser {
  private final List<Token> tokens;
  private int next;

  private ShellParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Reads one line. */
  public static ShellLine parse(String line) throws ShellSyntaxException {
    return new ShellParser(ShellLexer.read(line)).parse();
  }

  private ShellLine parse() throws ShellSyntaxException {
    ShellLine result = pipeline();
    while (next < tokens.size()) {
      Join join = join(tokens.get(next++));
      if (join == Join.ALWAYS && next == tokens.size()) {
        break;
      }
      result = new Chain(result, join, pipeline());
    }
    return result;
  }

  private static Join join(Token token) throws ShellSyntaxException {
    return switch (token.word().text()) {
      case "&&" -> Join.IF_GOOD;
      case "||" -> Join.IF_BAD;
      case ";" -> Join.ALWAYS;
      case "&" -> throw new ShellSyntaxException("there are no background jobs here");
      default ->
          throw new ShellSyntaxException(
              "'" + token.word().text() + "' is not understood after a command");
    };
  }

  private Pipeline pipeline() throws ShellSyntaxException {
    boolean negated = false;
    while (next < tokens.size() && isBang(tokens.get(next))) {
      negated = !negated;
      next++;
    }
    var commands = new ArrayList<Command>();
    do {
      commands.add(command());
    } while (accept("|"));
    return new Pipeline(negated, List.copyOf(commands));
  }

  private static boolean isBang(Token token) {
    return !token.operator() && token.word().text().equals("!");
  }

  private boolean accept(String operator) {
    if (next < tokens.size() && tokens.get(next).is(operator)) {
      next++;
      return true;
    }
    return false;
  }

  private Command command() throws ShellSyntaxException {
    var words = new ArrayList<Word>();
    var redirections = new ArrayList<Redirection>();
    while (next < tokens.size()) {
      Token token = tokens.get(next);
      if (!token.operator()) {
        words.add(token.word());
        next++;
      } else if (token.word().text().contains(">") || token.word().text().contains("<")) {
        next++;
        redirections.add(redirection(token.word().text()));
      } else {
        break;
      }
    }
    if (words.isEmpty()) {
      String where =
          next < tokens.size() ? "before '" + tokens.get(next).word().text() + "'" : "at the end";
      throw new ShellSyntaxException("a command is missing " + where);
    }
    return new Command(List.copyOf(words), List.copyOf(redirections));
  }

  private Redirection redirection(String operator) throws ShellSyntaxException {
    Target target =
        switch (operator) {
          case "<" -> Target.IN;
          case ">", "1>" -> Target.OUT;
          case ">>", "1>>" -> Target.OUT_APPENDING;
          case "2>" -> Target.ERR;
          case "2>>" -> Target.ERR_APPENDING;
          case "&>" -> Target.BOTH;
          case "2>&1" -> Target.ERR_TO_OUT;
          case "1>&2", ">&" -> Target.OUT_TO_ERR;
          default -> throw new ShellSyntaxException("'" + operator + "' is not understood");
        };
    if (target == Target.ERR_TO_OUT || operator.equals("1>&2")) {
      return new Redirection(target, Word.plain(""));
    }
    if (next == tokens.size() || tokens.get(next).operator()) {
      throw new ShellSyntaxException("a file is missing after '" + operator + "'");
    }
    Word file = tokens.get(next++).word();
    if (target == Target.OUT_TO_ERR && !file.text().equals("2")) {
      throw new ShellSyntaxException("'>&' is understood before 2 only");
    }
    return new Redirection(target, file);
  }
}
