// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.text.ParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of the manual are programs: they are read, verified, printed and read again. */
class ExamplesTest {
  private static final Map<String, String> EXAMPLES = Programs.examples();

  @TestFactory
  Stream<DynamicTest> examplesAreRight() {
    return EXAMPLES.entrySet().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.getKey(), () -> check(example.getKey(), example.getValue())));
  }

  private static void check(String name, String text) {
    Operation module = Programs.parse(name, text, ParseOptions.FRAGMENT);
    assertThat(Programs.problems(module)).as(text).isEmpty();
    assertThat(names(module)).as(text).contains(name);
    Programs.assertReadsBack(module);
  }

  private static List<String> names(Operation root) {
    List<String> names = new ArrayList<>();
    collect(root, names);
    return names;
  }

  private static void collect(Operation op, List<String> names) {
    names.add(op.name());
    op.regions()
        .forEach(region -> region.blocks().forEach(block -> block.forEach(o -> collect(o, names))));
  }

  @Test
  void everyOperationHasOne() {
    List<String> all = new ArrayList<>();
    for (Dialect dialect : Programs.DIALECTS.all()) {
      dialect.operationNames().forEach(name -> all.add(dialect.name() + "." + name));
    }
    assertThat(EXAMPLES).containsOnlyKeys(all);
  }
}
