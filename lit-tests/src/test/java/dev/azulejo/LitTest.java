// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.azulejo.lit.LitException;
import dev.azulejo.lit.LitTools;
import dev.azulejo.lit.TestResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests in text files, as {@code bin/lit lit-tests} runs them. */
class LitTest {
  @TestFactory
  Stream<DynamicTest> pass() throws LitException, InterruptedException {
    return LitSuite.run(LitTools.find()).stream()
        .map(result ->
            DynamicTest.dynamicTest(
                result.test().path(), result.test().file().toUri(), () -> check(result)));
  }

  private static void check(TestResult result) {
    switch (result.outcome()) {
      case PASS, FLAKYPASS, XFAIL -> assertThat(result.attempts()).isPositive();
      case UNSUPPORTED, SKIPPED, EXCLUDED -> abort(result.output().strip());
      case FAIL, TIMEOUT, UNRESOLVED, XPASS ->
          Assertions.fail(result.outcome() + "\n" + result.output());
    }
  }
}
