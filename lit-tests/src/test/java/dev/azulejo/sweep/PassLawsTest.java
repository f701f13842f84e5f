// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.tools.program.TargetAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What passes keep to on every kernel: a pass run twice gives what it gave once, and a program
 * printed behind any pass and read again goes on as if nothing had happened, so that all that was
 * decided stands in it.
 */
class PassLawsTest {
  private static final Catalog CATALOG = Catalog.shipped();

  @TestFactory
  Stream<DynamicTest> passesRunTwiceGiveWhatTheyGaveOnce() {
    return tests((kernel, way) -> {
      Operation module = program(kernel, way);
      for (Pipeline pass : way.passes(CATALOG)) {
        Sweep.run(pass, module);
        String once = Printer.print(module);
        Sweep.run(pass, module);
        assertThat(Printer.print(module)).as("%s twice", pass).isEqualTo(once);
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> programsGoOnFromTheirText() {
    return tests((kernel, way) -> {
      List<Pipeline> passes = way.passes(CATALOG);
      String straight = Printer.print(Sweep.behind(program(kernel, way), passes));
      Operation module = program(kernel, way);
      for (Pipeline pass : passes) {
        Sweep.run(pass, module);
        module = Sweep.parse(Printer.print(module));
      }
      assertThat(Printer.print(module)).isEqualTo(straight);
    });
  }

  private interface Law {
    void check(SweptKernel kernel, Way way);
  }

  private static Stream<DynamicTest> tests(Law law) {
    List<DynamicTest> tests = new ArrayList<>();
    for (SweptKernel kernel : SweptKernel.all()) {
      for (Way way : kernel.ways()) {
        tests.add(DynamicTest.dynamicTest(kernel.name() + " " + way, () -> law.check(kernel, way)));
      }
    }
    return tests.stream();
  }

  private static Operation program(SweptKernel kernel, Way way) {
    Operation module = Sweep.parse(kernel.text());
    TargetAttribute.write(module, way.target());
    return module;
  }
}
