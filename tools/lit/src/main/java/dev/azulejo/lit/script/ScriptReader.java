// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the keywords in the text of a test file. */
public final class ScriptReader {
  private static final Pattern KEYWORD =
      Pattern.compile(
          "(RUN:|REDEFINE:|DEFINE:|REQUIRES:|UNSUPPORTED:|XFAIL:|ALLOW_RETRIES:|END\\.)(.*)");
  private static final Pattern DEFINITION = Pattern.compile("\\s*(%\\{[^}]*\\})\\s*=(.*)");
  private static final Pattern SUBSTITUTION_NAME =
      Pattern.compile("%\\{[_a-zA-Z][-_:0-9a-zA-Z]*\\}");
  private static final Pattern LINE_NUMBER =
      Pattern.compile("%\\(\\s*line\\s*(?:([+-])\\s*(\\d{1,9})\\s*)?\\)");

  private final List<Step> steps = new ArrayList<>();
  private final List<Condition> requires = new ArrayList<>();
  private final List<Condition> unsupported = new ArrayList<>();
  private final List<Condition> expectedFailures = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private String openKeyword = "";
  private int openLine;
  private int retries;

  private ScriptReader() {}

  /** Reads the text of a test file. */
  public static TestScript read(String text) throws ScriptException {
    var reader = new ScriptReader();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      Matcher matcher = KEYWORD.matcher(line);
      if (matcher.find()) {
        if (matcher.group(1).equals("END.")) {
          break;
        }
        reader.take(matcher.group(1), number, matcher.group(2));
      }
    }
    return reader.finish();
  }

  private void take(String keyword, int line, String rest) throws ScriptException {
    switch (keyword) {
      case "RUN:", "DEFINE:", "REDEFINE:" -> takeStep(keyword, line, rest);
      case "REQUIRES:" -> takeConditions(requires, line, rest);
      case "UNSUPPORTED:" -> takeConditions(unsupported, line, rest);
      case "XFAIL:" -> takeConditions(expectedFailures, line, rest);
      default -> {
        if (!rest.strip().matches("\\d{1,6}")) {
          throw new ScriptException(
              line, "ALLOW_RETRIES: takes a number, but got '%s'".formatted(rest.strip()));
        }
        retries = Integer.parseInt(rest.strip());
      }
    }
  }

  private void takeStep(String keyword, int line, String rest) throws ScriptException {
    String text = withLineNumbers(line, rest.stripTrailing());
    if (openKeyword.isEmpty()) {
      openKeyword = keyword;
      openLine = line;
      open.append(text.stripLeading());
    } else if (openKeyword.equals(keyword)) {
      open.append(text);
    } else {
      throw unterminated();
    }
    if (text.endsWith("\\")) {
      open.setLength(open.length() - 1);
      return;
    }
    String joined = open.toString();
    steps.add(
        keyword.equals("RUN:")
            ? new Step.Run(openLine, joined)
            : definition(openLine, joined, keyword));
    open.setLength(0);
    openKeyword = "";
  }

  private static Step definition(int line, String text, String keyword) throws ScriptException {
    Matcher matcher = DEFINITION.matcher(text);
    if (!matcher.matches()) {
      throw new ScriptException(
          line, "%s needs '%%{name} = value', but got '%s'".formatted(keyword, text));
    }
    String name = matcher.group(1);
    if (!SUBSTITUTION_NAME.matcher(name).matches()) {
      throw new ScriptException(
          line,
          "%s '%s' is not a name: a letter or _, then letters, digits, - _ :"
              .formatted(keyword, name));
    }
    return new Step.Define(line, name, matcher.group(2).strip(), keyword.startsWith("RE"));
  }

  private void takeConditions(List<Condition> conditions, int line, String rest)
      throws ScriptException {
    for (String text : rest.split(",", -1)) {
      conditions.add(Condition.parse(line, text.strip()));
    }
  }

  private static String withLineNumbers(int line, String text) {
    return LINE_NUMBER
        .matcher(text)
        .replaceAll(found -> {
          int offset = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
          return Integer.toString("-".equals(found.group(1)) ? line - offset : line + offset);
        });
  }

  private TestScript finish() throws ScriptException {
    if (!openKeyword.isEmpty()) {
      throw unterminated();
    }
    return new TestScript(steps, requires, unsupported, expectedFailures, retries);
  }

  private ScriptException unterminated() {
    return new ScriptException(
        openLine, "Test has unterminated '%s' directive (with '\\')".formatted(openKeyword));
  }
}
