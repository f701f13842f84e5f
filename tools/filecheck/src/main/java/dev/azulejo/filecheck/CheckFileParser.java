// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.CheckStep.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a check file: finds the directives, reads their patterns, and groups them into steps. */
final class CheckFileParser {
  /** How the command line reads that an implicit {@code -NOT} came from. */
  private static final String IMPLICIT_OPTION = "-implicit-check-not='";

  static final String COMMAND_LINE = "command line";

  private final CheckRequest request;
  private final PatternParser patterns;

  CheckFileParser(CheckRequest request, Variables variables) {
    this.request = request;
    this.patterns = new PatternParser(variables, request);
  }

  /**
   * Reads a file.
   *
   * @throws CheckException if it can not be used
   */
  List<CheckStep> parse(TextBuffer file) {
    List<Check> implicitNots = implicitNots();
    var steps = new ArrayList<CheckStep>();
    var before = new ArrayList<Check>(implicitNots);
    var unused = new TreeSet<String>(request.prefixes().checks());
    var scanner = new DirectiveScanner(file, request.prefixes(), request.keepsOuterBlanks());
    for (Optional<Directive> next = scanner.next(); next.isPresent(); next = scanner.next()) {
      Directive directive = next.get();
      String prefix = directive.prefix().text();
      unused.remove(prefix);
      String label = directive.kind().shortName() + ":" + directive.line();
      var check = new Check(patterns.parse(directive), prefix, label);
      requireInPlace(directive, check.pattern(), steps.isEmpty());
      if (directive.kind() == DirectiveKind.DAG || directive.kind() == DirectiveKind.NOT) {
        before.add(check);
      } else {
        steps.add(new CheckStep(check, List.copyOf(before)));
        before = new ArrayList<>(implicitNots);
      }
    }
    requireUsed(unused, implicitNots.isEmpty());
    if (!before.isEmpty()) {
      steps.add(atEnd(scanner.lastEnd(), before));
    }
    return steps;
  }

  private List<Check> implicitNots() {
    var result = new ArrayList<Check>();
    for (String text : request.implicitNots()) {
      var buffer = new TextBuffer(COMMAND_LINE, IMPLICIT_OPTION + text + "'");
      Slice pattern = buffer.whole().from(IMPLICIT_OPTION.length()).first(text.length());
      var prefix = new TextBuffer(COMMAND_LINE, "IMPLICIT-CHECK");
      var directive = new Directive(DirectiveKind.NOT, 1, false, prefix.whole(), pattern, 0);
      String label = "not:imp" + (result.size() + 1);
      result.add(new Check(patterns.parse(directive), prefix.text(), label));
    }
    return result;
  }

  private static void requireInPlace(Directive directive, Pattern pattern, boolean first) {
    String prefix = directive.prefix().text();
    DirectiveKind kind = directive.kind();
    if (kind == DirectiveKind.LABEL && pattern.hasVariable()) {
      throw new CheckException(
          directive.prefix(),
          "found '%s-LABEL:' with variable definition or use".formatted(prefix));
    }
    boolean needsOneBefore =
        kind == DirectiveKind.NEXT || kind == DirectiveKind.SAME || kind == DirectiveKind.EMPTY;
    if (needsOneBefore && first) {
      throw new CheckException(
          directive.prefix(),
          "found '%s%s' without previous '%s: line".formatted(prefix, kind.suffix(), prefix));
    }
  }

  private void requireUsed(Set<String> unused, boolean noImplicitNots) {
    boolean noneUsed = unused.size() == request.prefixes().checks().size();
    if (unused.isEmpty() || (request.allowUnusedPrefixes() && !noneUsed)) {
      return;
    }
    if (noImplicitNots || !request.prefixes().isDefault()) {
      throw new CheckException(
          "error: no check strings found with prefix%s %s"
              .formatted(
                  unused.size() > 1 ? "es" : "",
                  unused.stream().map(p -> "'" + p + ":'").collect(Collectors.joining(", "))));
    }
  }

  /** What must hold between the last positive directive and the end of the input. */
  private CheckStep atEnd(Location end, List<Check> before) {
    var pattern =
        new Pattern(
            DirectiveKind.END,
            false,
            1,
            end,
            end.line(),
            Pattern.Form.regex(""),
            false,
            new Variables());
    String label = DirectiveKind.END.shortName() + ":" + end.line();
    var check = new Check(pattern, request.prefixes().checks().getFirst(), label);
    return new CheckStep(check, List.copyOf(before));
  }
}
