// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a header is wanted, read from a list with one entry a line:
 *
 * <pre>
 * # a comment
 * package dev.azulejo.bindings.cuda
 * class CudaApi
 * function cuInit
 * enum CUresult
 * struct CUlaunchConfig
 * </pre>
 *
 * @param packageName the package of everything that is written
 * @param className the class that gets the functions
 * @param functions functions by the names that the library exports
 * @param enumerations enumerations by their names
 * @param structures structures by their names; those inside them come along
 */
public record Selection(
    String packageName,
    String className,
    List<String> functions,
    List<String> enumerations,
    List<String> structures) {

  /** Copies the lists. */
  public Selection {
    functions = List.copyOf(functions);
    enumerations = List.copyOf(enumerations);
    structures = List.copyOf(structures);
  }

  /**
   * Reads a list.
   *
   * @throws GeneratorException if a line is none of these, or package or class is not named
   */
  public static Selection parse(String text) {
    String packageName = "";
    String className = "";
    List<String> functions = new ArrayList<>();
    List<String> enumerations = new ArrayList<>();
    List<String> structures = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String entry = line.strip();
      if (entry.isEmpty() || entry.startsWith("#")) {
        continue;
      }
      String[] words = entry.split(" +");
      if (words.length != 2) {
        throw new GeneratorException("line " + number + ": expected a kind and a name: " + entry);
      }
      switch (words[0]) {
        case "package" -> packageName = words[1];
        case "class" -> className = words[1];
        case "function" -> functions.add(words[1]);
        case "enum" -> enumerations.add(words[1]);
        case "struct" -> structures.add(words[1]);
        default ->
            throw new GeneratorException("line " + number + ": unknown kind '" + words[0] + "'");
      }
    }
    if (packageName.isEmpty() || className.isEmpty()) {
      throw new GeneratorException("the list names no package or no class");
    }
    return new Selection(packageName, className, functions, enumerations, structures);
  }
}
