// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks whether text of PTX hangs together, for tests on machines without an assembler: every
 * register is declared, once, and copied to its like; every label, parameter and row of bytes that
 * is named is there.
 */
public final class PtxStructure {
  private static final Pattern DECLARATION = Pattern.compile("\\.reg \\.(\\w+) %([a-z]+)<(\\d+)>;");
  private static final Pattern REGISTER = Pattern.compile("%([a-z]+)(\\d+)\\b");
  private static final Pattern NAMED =
      Pattern.compile("\\b\\w+_(?:param|shared|local)_\\d+\\b|\\b\\w+_dynamic\\b");
  private static final Pattern LABEL = Pattern.compile("\\$L\\d+");
  private static final Pattern HEADER =
      Pattern.compile("\\.version \\d+\\.\\d+\\n\\.target sm_\\d+[af]?\\n\\.address_size 64\\n");
  private static final Set<String> SPECIAL = Set.of("clock", "warpid");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> labels = new HashSet<>();
  private final List<String> jumps = new ArrayList<>();
  private int line;

  private PtxStructure() {}

  /** What is wrong with a text, in order; nothing where it hangs together. */
  public static List<String> problems(String text) {
    PtxStructure structure = new PtxStructure();
    if (!HEADER.matcher(text).lookingAt()) {
      structure.problem("does not begin with version, target and size of addresses");
    }
    boolean inside = false;
    for (String one : text.split("\n", -1)) {
      structure.line++;
      String code = one.replaceFirst("//.*", "").strip();
      if (code.equals("{")) {
        inside = true;
      } else if (code.equals("}")) {
        structure.endKernel();
        inside = false;
      } else if (inside) {
        structure.inside(code);
      } else {
        structure.declare(code);
      }
    }
    if (inside) {
      structure.problem("ends inside of a kernel");
    }
    return structure.problems;
  }

  private void problem(String format, Object... arguments) {
    problems.add("line " + line + ": " + String.format(Locale.ROOT, format, arguments));
  }

  private void declare(String code) {
    if (code.startsWith(".param") || code.contains(".shared") || code.contains(".local")) {
      Matcher matcher = NAMED.matcher(code);
      while (matcher.find()) {
        if (!names.add(matcher.group())) {
          problem("%s is declared twice", matcher.group());
        }
      }
    }
  }

  private void inside(String code) {
    Matcher declaration = DECLARATION.matcher(code);
    if (declaration.matches()) {
      String prefix = declaration.group(2);
      if (types.put(prefix, declaration.group(1)) != null) {
        problem("registers %%%s are declared twice", prefix);
      }
      counts.put(prefix, Integer.parseInt(declaration.group(3)));
    } else if (code.startsWith(".")) {
      declare(code);
    } else if (code.endsWith(":")) {
      if (!labels.add(code.substring(0, code.length() - 1))) {
        problem("label %s stands twice", code);
      }
    } else if (!code.isEmpty()) {
      instruction(code);
    }
  }

  private void instruction(String code) {
    if (!code.endsWith(";")) {
      problem("ends without a semicolon");
    }
    List<String> used = new ArrayList<>();
    Matcher register = REGISTER.matcher(code);
    while (register.find()) {
      String prefix = register.group(1);
      if (SPECIAL.contains(prefix)) {
        continue;
      }
      if (Integer.parseInt(register.group(2)) >= counts.getOrDefault(prefix, 0)) {
        problem("%s is not declared", register.group());
      }
      used.add(types.getOrDefault(prefix, "nothing"));
    }
    if (code.startsWith("mov.") && !code.contains("{") && new HashSet<>(used).size() > 1) {
      String type = code.substring(4, code.indexOf('\t'));
      if (!type.startsWith("b")) {
        problem("copies a register of type %s to one of type %s", used.getLast(), used.getFirst());
      }
    }
    Matcher named = NAMED.matcher(code);
    while (named.find()) {
      if (!names.contains(named.group())) {
        problem("%s is not declared", named.group());
      }
    }
    Matcher label = LABEL.matcher(code);
    while (label.find()) {
      jumps.add(label.group());
    }
  }

  private void endKernel() {
    for (String jump : jumps) {
      if (!labels.contains(jump)) {
        problem("jumps to %s, which is nowhere", jump);
      }
    }
    types.clear();
    counts.clear();
    labels.clear();
    jumps.clear();
  }
}
