// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.posix.MatchBudgetException;
import dev.azulejo.filecheck.posix.PosixMatch;
import dev.azulejo.filecheck.posix.PosixRegex;
import dev.azulejo.filecheck.posix.PosixSyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pattern that is ready to be matched. Matching sets the variables that it defines. */
final class Pattern {
  /**
   * How a pattern is matched.
   *
   * @param fixed the text to look for, or null if {@code regex} says what to look for
   * @param regex a regular expression, with gaps for the substitutions
   * @param stringDefinitions variables and the groups whose text they take
   * @param numberDefinitions variables and the groups whose number they take
   */
  record Form(
      @Nullable String fixed,
      String regex,
      List<Substitution> substitutions,
      Map<String, Integer> stringDefinitions,
      Map<String, NumericDefinition> numberDefinitions) {
    static Form fixed(String text) {
      return new Form(text, "", List.of(), Map.of(), Map.of());
    }

    static Form regex(String regex) {
      return new Form(null, regex, List.of(), Map.of(), Map.of());
    }
  }

  /** A variable that takes the number which a group matches. */
  record NumericDefinition(NumericVariable variable, NumberFormat format, int group) {}

  private final DirectiveKind kind;
  private final boolean literal;
  private final int count;
  private final Location location;
  private final int line;
  private final Form form;
  private final boolean ignoreCase;
  private final Variables variables;
  private @Nullable PosixRegex compiled;

  Pattern(
      DirectiveKind kind,
      boolean literal,
      int count,
      Location location,
      int line,
      Form form,
      boolean ignoreCase,
      Variables variables) {
    this.kind = kind;
    this.literal = literal;
    this.count = count;
    this.location = location;
    this.line = line;
    this.form = form;
    this.ignoreCase = ignoreCase;
    this.variables = variables;
  }

  DirectiveKind kind() {
    return kind;
  }

  boolean isLiteral() {
    return literal;
  }

  /** How many matches in a row it wants. */
  int count() {
    return count;
  }

  /** Where the text of the pattern stands. */
  Location location() {
    return location;
  }

  List<Substitution> substitutions() {
    return form.substitutions();
  }

  /** Whether it uses a variable, or defines one that holds a text. */
  boolean hasVariable() {
    return !form.substitutions().isEmpty() || !form.stringDefinitions().isEmpty();
  }

  /** What the input would have to look like, more or less, for a search of similar lines. */
  String example() {
    return form.fixed() != null ? form.fixed() : form.regex();
  }

  /** Finds the leftmost match in a stretch of the input. */
  MatchResult match(Slice region) {
    if (kind == DirectiveKind.END) {
      return new MatchResult.Found(region.end(), region.end(), List.of());
    }
    String text = region.buffer().text();
    if (form.fixed() != null) {
      int at = Texts.indexOf(text, form.fixed(), region.start(), region.end(), ignoreCase);
      return at < 0
          ? new MatchResult.NotFound()
          : new MatchResult.Found(at, at + form.fixed().length(), List.of());
    }
    var problems = new ArrayList<MatchResult.Problem>();
    String regex = withSubstitutions(problems);
    if (!problems.isEmpty()) {
      return new MatchResult.Invalid(problems);
    }
    try {
      Optional<PosixMatch> match = compile(regex).find(text, region.start(), region.end());
      return match.isEmpty() ? new MatchResult.NotFound() : found(match.get(), text);
    } catch (PosixSyntaxException e) {
      // The parts were valid alone; together they are not, and so match nothing.
      return new MatchResult.NotFound();
    } catch (MatchBudgetException e) {
      return new MatchResult.Invalid(
          List.of(new MatchResult.Problem(location, String.valueOf(e.getMessage()))));
    }
  }

  private PosixRegex compile(String regex) {
    if (!form.substitutions().isEmpty()) {
      return PosixRegex.compile(regex, ignoreCase);
    }
    if (compiled == null) {
      compiled = PosixRegex.compile(regex, ignoreCase);
    }
    return compiled;
  }

  private String withSubstitutions(List<MatchResult.Problem> problems) {
    if (form.substitutions().isEmpty()) {
      return form.regex();
    }
    variables.assignLine(line);
    var result = new StringBuilder();
    int done = 0;
    for (Substitution substitution : form.substitutions()) {
      result.append(form.regex(), done, substitution.index());
      done = substitution.index();
      String value = substitution.value(variables, problems);
      if (value != null) {
        result.append(PosixRegex.escape(value));
      }
    }
    return result.append(form.regex(), done, form.regex().length()).toString();
  }

  private MatchResult found(PosixMatch match, String text) {
    var captures = new ArrayList<MatchResult.Capture>();
    form.stringDefinitions()
        .forEach((name, group) -> {
          var capture = new MatchResult.Capture(name, match.start(group), match.end(group));
          captures.add(capture);
          variables.assignString(
              name, match.start(group) < 0 ? "" : text.substring(capture.start(), capture.end()));
        });
    form.numberDefinitions()
        .forEach((name, definition) -> {
          int group = definition.group();
          var capture = new MatchResult.Capture(name, match.start(group), match.end(group));
          captures.add(capture);
          definition
              .variable()
              .assign(definition.format().parse(text.substring(capture.start(), capture.end())));
        });
    captures.sort(Comparator.comparingInt(MatchResult.Capture::start));
    // The newline that an empty line begins after is looked for, but no part of the match.
    int skipped = kind == DirectiveKind.EMPTY ? 1 : 0;
    return new MatchResult.Found(match.start() + skipped, match.end(), captures);
  }
}
