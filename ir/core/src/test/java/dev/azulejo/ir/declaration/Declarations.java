// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import java.util.Map;
import java.util.TreeMap;

/** Sources that the tests compile. */
final class Declarations {
  private static final String IMPORTS =
      """
      package toy;
      import dev.azulejo.ir.*;
      import dev.azulejo.ir.access.*;
      import dev.azulejo.ir.spec.*;
      import dev.azulejo.ir.spec.Region.Shape;
      import java.util.*;
      """
          .replace("\n", " ");

  private static final Map<String, String> SHARED =
      Map.of(
          "toy/package-info.java",
          "@org.jspecify.annotations.NullMarked package toy;",
          "toy/AnyType.java",
          IMPORTS
              + """
              class AnyType implements TypeConstraint {
                @Override public boolean accepts(Type type) { return true; }
                @Override public String description() { return "any type"; }
              }
              """,
          "toy/OneType.java",
          IMPORTS
              + """
              final class OneType extends AnyType {
                record Only() implements Type {
                  @Override public void print(AsmPrinter printer) {}
                }
                @Override public Type onlyType() { return new Only(); }
              }
              """,
          "toy/AnyAttr.java",
          IMPORTS
              + """
              final class AnyAttr implements AttributeConstraint {
                @Override public boolean accepts(Attribute attribute) { return true; }
                @Override public String description() { return "any attribute"; }
              }
              """,
          "toy/PairAttr.java",
          IMPORTS
              + """
              public record PairAttr<T>(T first, T second) implements Attribute {
                @Override public void print(AsmPrinter printer) {}
              }
              """,
          "toy/Same.java",
          IMPORTS
              + """
              final class Same implements TypeFunction {
                @Override public Type apply(Type type) { return type; }
                @Override public String description(String target, String from) {
                  return target + " is " + from;
                }
              }
              """);

  private Declarations() {}

  /**
   * Compiles classes of the package {@code toy}, with all that a declaration uses imported.
   *
   * @param classes the class name, then the source, then the next class
   */
  static Compilation compile(String... classes) {
    Map<String, String> sources = new TreeMap<>(SHARED);
    for (int i = 0; i < classes.length; i += 2) {
      sources.put("toy/" + classes[i] + ".java", IMPORTS + classes[i + 1]);
    }
    return Compilation.of(sources);
  }
}
