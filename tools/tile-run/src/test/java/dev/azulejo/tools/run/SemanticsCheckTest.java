// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The first pass that changes what a program computes is named. */
final class SemanticsCheckTest {
  private static final String GEMM = GemmText.small().text();

  @Test
  void passesThatKeepResultsAreCounted() {
    Ran ran =
        Ran.of(
            GEMM,
            "-",
            "--check-semantics",
            "--pass=pipeline-planning,inject-sw-pipeline,canonicalize,cse");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .matches("@gemm: the same results behind [3-9] changes by passes\nC: bit-exact with .*\n");
  }

  @Test
  void aPassThatChangesAResultIsNamed() {
    Ran ran =
        Ran.of(
            GEMM,
            "-",
            "--check-semantics",
            "--pass=test-touch,test-one-trip-less,pipeline-planning,inject-sw-pipeline");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith(
            "<stdin>:1:1: error: the pass 'test-one-trip-less' changes what the function computes:"
                + " of 'C' ")
        .contains(" of 480 elements differ, first at [");
  }

  @Test
  void aPassThatMakesARaceIsNamed() {
    Ran ran =
        Ran.of(
            GEMM,
            "-",
            "--check-semantics",
            "--pass=pipeline-planning,inject-sw-pipeline,test-one-group-more,cse");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("error: race: reads what an asynchronous copy is still bringing")
        .contains("error: the pass 'test-one-group-more' makes that happen");
  }

  @Test
  void withoutTheCheckTheReferenceFindsOutAlone() {
    Ran ran = Ran.of(GEMM, "-", "--pass=test-one-trip-less");
    assertThat(ran.err()).contains("error: 'C' differs from @gemm_reference");
    assertThat(ran.status()).isEqualTo(1);
  }
}
