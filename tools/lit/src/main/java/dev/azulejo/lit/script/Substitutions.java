// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for what in the RUN lines of one test. First the conditional texts are decided, then
 * the file's own definitions are expanded, then the suite's, then {@code %s} and its like; values
 * of the last are not looked at again.
 */
public final class Substitutions {
  private static final char PERCENT = '\0';
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1_000_000;
  private static final Pattern BRACED = Pattern.compile("%\\{([^{}]*)\\}");
  private static final Pattern FIXED = Pattern.compile("%(?:\\{([^{}]*)\\}|basename_t|[sSptT])");

  /** What a suite substitutes: a name such as {@code %roundtrip}, and the text for it. */
  public record Rule(String name, String value) {
    private Pattern pattern() {
      return Pattern.compile(Pattern.quote(name) + "(?![-_a-zA-Z0-9])");
    }
  }

  private final Map<String, String> fixed;
  private final List<Rule> rules;
  private final Set<String> features;
  private final Map<String, String> defined = new LinkedHashMap<>();

  /**
   * Begins with what every test has.
   *
   * @param fixed values of {@code %s}, {@code %{fs-sep}} and their like, by their names
   * @param rules what the suite substitutes, in order
   * @param features for conditional texts
   */
  public Substitutions(Map<String, String> fixed, List<Rule> rules, Set<String> features) {
    this.fixed = fixed;
    this.rules = List.copyOf(rules);
    this.features = features;
  }

  /** Takes note of a definition, for the lines below it. */
  public void define(Step.Define definition) throws ScriptException {
    String name = definition.name();
    boolean exists = defined.containsKey(name) || fixed.containsKey(name);
    if (definition.again() && !defined.containsKey(name)) {
      throw new ScriptException(
          definition.line(), "No substitution for '" + name + "' is defined before 'REDEFINE:'");
    }
    if (!definition.again() && exists) {
      throw new ScriptException(
          definition.line(), "Substitution '" + name + "' is already defined before 'DEFINE:'");
    }
    defined.put(name, definition.value());
  }

  /** The line with everything put in. */
  public String expand(Step.Run run) throws ScriptException {
    int line = run.line();
    String text = Conditional.decide(line, run.text().replace("%%", "" + PERCENT), features);
    text = expandDefined(line, text);
    for (Rule rule : rules) {
      text = rule.pattern().matcher(text).replaceAll(Matcher.quoteReplacement(rule.value()));
    }
    return expandFixed(line, text).replace(PERCENT, '%');
  }

  private String expandDefined(int line, String text) throws ScriptException {
    String current = text;
    for (int depth = 0; depth < DEEPEST && current.length() < LONGEST; depth++) {
      String before = current;
      current =
          BRACED
              .matcher(before)
              .replaceAll(found ->
                  Matcher.quoteReplacement(
                      defined
                          .getOrDefault(found.group(), found.group())
                          .replace("%%", "" + PERCENT)));
      if (current.equals(before)) {
        return current;
      }
    }
    throw new ScriptException(line, "definitions refer to each other without end");
  }

  private String expandFixed(int line, String text) throws ScriptException {
    var result = new StringBuilder();
    Matcher matcher = FIXED.matcher(text);
    while (matcher.find()) {
      if (matcher.group().equals("%T")) {
        throw new ScriptException(
            line, "%T is no longer supported. Please create directories with names based on %t.");
      }
      String value = fixed.get(matcher.group());
      if (value == null) {
        throw new ScriptException(line, "unknown substitution '" + matcher.group() + "'");
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(result).toString();
  }
}
