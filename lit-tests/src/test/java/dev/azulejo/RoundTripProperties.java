// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever program verifies, its text in either form reads back as the same program. */
class RoundTripProperties {
  private static final Pool POOL = Pool.ofExamples();
  private static final List<String> EXAMPLES = List.copyOf(Programs.examples().values());

  @Property(seed = "20261128", tries = 500, shrinking = ShrinkingMode.OFF)
  void generatedPrograms(@ForAll long seed) {
    Programs.assertReadsBack(new RandomPrograms(new Random(seed), POOL).module());
  }

  @Property(seed = "20261128", tries = 1000, shrinking = ShrinkingMode.OFF)
  void changedExamples(@ForAll long seed) {
    Operation module = changedExample(new Random(seed));
    if (Programs.problems(module).isEmpty()) {
      Programs.assertReadsBack(module);
    } else {
      // What is wrong can still be shown, and is still wrong when read, if it can be read at all.
      String text = Printer.print(module, PrintOptions.GENERIC);
      Operation again =
          Parser.parse(
              SourceText.of("wrong.mlir", text),
              Programs.DIALECTS,
              ParseOptions.LENIENT,
              Diagnostics.silent());
      assertThat(again == null || !Programs.problems(again).isEmpty()).as(text).isTrue();
    }
  }

  private static Operation changedExample(Random random) {
    String text = EXAMPLES.get(random.nextInt(EXAMPLES.size()));
    Operation module = Programs.parse("example.mlir", text, ParseOptions.FRAGMENT);
    Mutation mutation = new Mutation(random, POOL);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      mutation.change(module);
    }
    return module;
  }

  /** Guards the properties above against becoming empty. */
  @Example
  void theGeneratorReachesMostOperations() {
    Set<String> generated = new TreeSet<>();
    for (int seed = 0; seed < 3000; seed++) {
      collect(new RandomPrograms(new Random(seed), POOL).module(), generated);
    }
    generated.remove("t.value");
    long all = Programs.DIALECTS.all().stream().mapToLong(d -> d.operationNames().size()).sum();
    assertThat((double) generated.size() / all).as("of %d: %s", all, generated).isGreaterThan(0.6);
  }

  private static void collect(Operation op, Set<String> names) {
    names.add(op.name());
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        block.forEach(nested -> collect(nested, names));
      }
    }
  }
}
