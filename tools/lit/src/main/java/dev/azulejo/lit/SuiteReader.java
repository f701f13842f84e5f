// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import dev.azulejo.lit.script.Substitutions;
import dev.azulejo.lit.shell.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a suite's settings, one a line, {@code #} before comments:
 *
 * <pre>
 * name = azulejo                            what reports call the suite
 * suffixes = .mlir .tir                     how tests end
 * excludes = target Inputs                  names of files and folders without tests
 * exec-root = target/lit                    where tests write, from the suite's folder
 * timeout = 60                              seconds a test may take
 * environment NAME = value                  an environment variable of the tests
 * program mlir-opt = mlir-opt-22 mlir-opt   the first on PATH makes the feature mlir-opt
 *                                           and the substitution %mlir-opt
 * substitute %bin = {suite}/../bin          text for text; {suite} is the suite's folder
 * </pre>
 */
public final class SuiteReader {
  /** The name of the file. */
  public static final String FILE = "lit.properties";

  private static final Pattern SETTING = Pattern.compile("([a-z-]+)(?:\\s+(\\S+))?\\s*=\\s*(.*)");

  private final Path file;
  private final Path root;
  private final Map<String, String> outer;
  private final List<Substitutions.Rule> rules = new ArrayList<>();
  private final SortedSet<String> features;
  private final SortedMap<String, String> environment = new TreeMap<>();
  private String name;
  private List<String> suffixes = List.of();
  private List<String> excludes = List.of();
  private Path execRoot;
  private Duration timeout = Duration.ZERO;

  private SuiteReader(Path file, Map<String, String> outer, SortedSet<String> features) {
    this.file = file;
    this.root = Optional.ofNullable(file.getParent()).orElse(Path.of("/"));
    this.outer = outer;
    this.features = new TreeSet<>(features);
    this.name = String.valueOf(root.getFileName());
    this.execRoot = root;
  }

  /**
   * Reads the settings of a suite.
   *
   * @param file the file, as an absolute path
   * @param outer the environment: its {@code PATH} is searched for programs
   * @param features what there is, whatever the suite says
   */
  public static Suite read(Path file, Map<String, String> outer, SortedSet<String> features)
      throws LitException {
    var reader = new SuiteReader(file, outer, features);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new LitException(file + ": error: " + e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        reader.take(i + 1, line);
      }
    }
    return reader.suite();
  }

  private void take(int number, String line) throws LitException {
    Matcher matcher = SETTING.matcher(line);
    if (!matcher.matches()) {
      throw wrong(number, "expected 'setting = value', but got '" + line + "'");
    }
    String key = matcher.group(1);
    String argument = matcher.group(2) == null ? "" : matcher.group(2);
    String value = matcher.group(3).replace("{suite}", root.toString());
    boolean takesArgument = List.of("environment", "program", "substitute").contains(key);
    if (takesArgument == argument.isEmpty()) {
      throw wrong(
          number, "'" + key + "' takes " + (takesArgument ? "a" : "no") + " name before '='");
    }
    switch (key) {
      case "name" -> name = value;
      case "suffixes" -> suffixes = words(value);
      case "excludes" -> excludes = words(value);
      case "exec-root" -> execRoot = root.resolve(value).normalize();
      case "timeout" -> timeout = seconds(number, value);
      case "environment" -> environment.put(argument, value);
      case "program" -> program(argument, words(value));
      case "substitute" -> substitute(number, argument, value);
      default -> throw wrong(number, "unknown setting '" + key + "'");
    }
  }

  private void program(String feature, List<String> names) {
    for (String candidate : names) {
      Optional<Path> found = Programs.find(candidate, outer.getOrDefault("PATH", ""));
      if (found.isPresent()) {
        features.add(feature);
        rules.add(new Substitutions.Rule("%" + feature, found.get().toString()));
        return;
      }
    }
  }

  private void substitute(int number, String pattern, String value) throws LitException {
    if (!pattern.startsWith("%") || pattern.length() < 2) {
      throw wrong(number, "what is substituted begins with '%', but got '" + pattern + "'");
    }
    rules.add(new Substitutions.Rule(pattern, value));
  }

  private Duration seconds(int number, String value) throws LitException {
    if (!value.matches("\\d{1,6}")) {
      throw wrong(number, "'timeout' takes seconds, but got '" + value + "'");
    }
    return Duration.ofSeconds(Integer.parseInt(value));
  }

  private static List<String> words(String value) {
    return value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
  }

  private Suite suite() throws LitException {
    if (suffixes.isEmpty()) {
      throw wrong(1, "'suffixes' is missing: how do tests end?");
    }
    return new Suite(
        name, root, execRoot, suffixes, excludes, rules, features, environment, timeout);
  }

  private LitException wrong(int number, String message) {
    return new LitException(file + ":" + number + ": error: " + message);
  }
}
