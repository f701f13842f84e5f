// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.posix.PosixRegex;
import dev.azulejo.filecheck.posix.PosixSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the text of a pattern into what is searched for: a fixed text, or one regular expression
 * put together from the parts of the pattern.
 */
final class PatternParser {
  private static final int MOST_BACK_REFERENCES = 9;

  private final Variables variables;
  private final CheckRequest request;

  PatternParser(Variables variables, CheckRequest request) {
    this.variables = variables;
    this.request = request;
  }

  /**
   * Reads the pattern of a directive.
   *
   * @throws CheckException if it is malformed
   */
  Pattern parse(Directive directive) {
    Slice text = request.keepsOuterBlanks() ? directive.pattern() : directive.pattern().trimEnd();
    DirectiveKind kind = directive.kind();
    if (text.isEmpty() && kind != DirectiveKind.EMPTY) {
      throw new CheckException(
          text, "found empty check string with prefix '%s:'".formatted(directive.prefix().text()));
    }
    if (!text.isEmpty() && kind == DirectiveKind.EMPTY) {
      throw new CheckException(
          text,
          "found non-empty check string for empty check with prefix '%s:'"
              .formatted(directive.prefix().text()));
    }
    return new Pattern(
        kind,
        directive.literal(),
        directive.count(),
        text.location(),
        directive.line(),
        form(directive, text),
        request.ignoreCase(),
        variables);
  }

  private Pattern.Form form(Directive directive, Slice text) {
    if (directive.kind() == DirectiveKind.EMPTY) {
      return Pattern.Form.regex("(\n$)");
    }
    boolean fullLine = request.matchFullLines() && directive.kind() != DirectiveKind.NOT;
    if (directive.literal() || (!fullLine && text.indexOf("{{") < 0 && text.indexOf("[[") < 0)) {
      return Pattern.Form.fixed(text.text());
    }
    return new RegexBuilder(directive.line()).build(text, fullLine);
  }

  /** Puts one regular expression together. */
  private final class RegexBuilder {
    private final int line;
    private final StringBuilder regex = new StringBuilder();
    private final List<Substitution> substitutions = new ArrayList<>();
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<String, Pattern.NumericDefinition> numbers = new LinkedHashMap<>();
    private int groups;

    RegexBuilder(int line) {
      this.line = line;
    }

    Pattern.Form build(Slice text, boolean fullLine) {
      String margin = request.strictWhiteSpace() ? "" : " *";
      if (fullLine) {
        regex.append('^').append(margin);
      }
      Slice rest = text;
      while (!rest.isEmpty()) {
        if (rest.startsWith("{{")) {
          rest = regexBlock(rest);
        } else if (rest.startsWith("[[")) {
          rest = substitutionBlock(rest);
        } else {
          int end = endOfPlainText(rest);
          regex.append(PosixRegex.escape(rest.first(end).text()));
          rest = rest.from(end);
        }
      }
      if (fullLine) {
        regex.append(margin).append('$');
      }
      return new Pattern.Form(null, regex.toString(), substitutions, strings, numbers);
    }

    private static int endOfPlainText(Slice text) {
      int brace = text.indexOf("{{");
      int bracket = text.indexOf("[[");
      int end = brace < 0 ? text.length() : brace;
      return bracket < 0 ? end : Math.min(end, bracket);
    }

    private Slice regexBlock(Slice text) {
      int end = text.indexOf("}}");
      if (end < 0) {
        throw new CheckException(text, "found start of regex string with no end '}}'");
      }
      // Without a group an alternative would reach beyond the block.
      boolean grouped = text.indexOf("|") >= 0;
      if (grouped) {
        regex.append('(');
        groups++;
      }
      appendRegex(text.first(end).from(2));
      if (grouped) {
        regex.append(')');
      }
      return text.from(end + 2);
    }

    private void appendRegex(Slice text) {
      try {
        groups += PosixRegex.compile(text.text(), request.ignoreCase()).groupCount();
      } catch (PosixSyntaxException e) {
        throw new CheckException(text, "invalid regex: " + e.getMessage());
      }
      regex.append(text.text());
    }

    private Slice substitutionBlock(Slice text) {
      int end = endOfBlock(text.from(2));
      if (end < 0) {
        throw new CheckException(text, "Invalid substitution block, no ]] found");
      }
      Slice block = text.from(2).first(end);
      if (block.startsWith("#")) {
        numericBlock(block.from(1), new NumericBlockParser(variables, line).parse(block.from(1)));
      } else {
        stringBlock(block);
      }
      return text.from(2 + end + 2);
    }

    /** Where the block ends: brackets in it are balanced, and a backslash hides one character. */
    private static int endOfBlock(Slice text) {
      int depth = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '[') {
          depth++;
        } else if (c == ']' && depth > 0) {
          depth--;
        } else if (c == ']' && text.charAt(i + 1) == ']') {
          return i;
        } else if (c == ']') {
          throw new CheckException(text.locationAt(i), "missing closing \"]\" for regex variable");
        }
      }
      return -1;
    }

    private void stringBlock(Slice block) {
      int colon = block.indexOf(":");
      Slice head = colon < 0 ? block : block.first(colon);
      for (int i = 0; i < head.length(); i++) {
        if (Slice.isBlank(head.charAt(i))) {
          throw new CheckException(head.locationAt(i), "unexpected whitespace");
        }
      }
      VariableName parsed = VariableName.parse(block);
      if (colon >= 0) {
        defineString(parsed);
      } else if (parsed.isPseudo()) {
        numericBlock(block, new NumericBlockParser(variables, line).parseLineOffset(block));
      } else if (!parsed.rest().isEmpty()) {
        throw new CheckException(parsed.name(), "invalid name in string variable use");
      } else {
        useString(parsed.name());
      }
    }

    private void defineString(VariableName parsed) {
      if (parsed.isPseudo() || !parsed.rest().startsWith(":")) {
        throw new CheckException(parsed.name(), "invalid name in string variable definition");
      }
      String name = parsed.text();
      if (variables.number(name) != null) {
        throw new CheckException(
            parsed.name(), "numeric variable with name '%s' already exists".formatted(name));
      }
      variables.declareString(name);
      strings.put(name, ++groups);
      regex.append('(');
      Slice expression = parsed.rest().from(1);
      if (!expression.isEmpty()) {
        appendRegex(expression);
      }
      regex.append(')');
    }

    private void useString(Slice name) {
      Integer group = strings.get(name.text());
      if (group == null) {
        substitutions.add(new Substitution.Text(name, regex.length()));
      } else if (group > MOST_BACK_REFERENCES) {
        throw new CheckException(name, "Can't back-reference more than 9 variables");
      } else {
        regex.append('\\').append(group.intValue());
      }
    }

    private void numericBlock(Slice source, NumericBlock block) {
      NumericVariable defined = block.defined();
      if (defined != null) {
        groups++;
        numbers.put(defined.name(), new Pattern.NumericDefinition(defined, block.format(), groups));
        variables.declareNumber(defined);
        regex.append('(');
      }
      if (block.expression() != null) {
        substitutions.add(
            new Substitution.Numeric(source, regex.length(), block.expression(), block.format()));
      } else {
        String digits = block.format().regex();
        groups += PosixRegex.compile(digits, request.ignoreCase()).groupCount();
        regex.append(digits);
      }
      if (defined != null) {
        regex.append(')');
      }
    }
  }
}
