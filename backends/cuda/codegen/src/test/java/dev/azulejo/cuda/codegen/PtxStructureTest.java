// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtxStructureTest {
  private static final String TEXT =
      """
      .version 7.0
      .target sm_80
      .address_size 64

      .visible .entry k(
      \t.param .b32 k_param_0
      )
      {
      \t.reg .pred %p<1>;
      \t.reg .b32 %r<2>;
      \t.reg .f32 %f<1>;
      \t.shared .align 16 .b8 k_shared_0[64];

      \tld.param.b32\t%r0, [k_param_0];
      \tmov.u32\t%r1, k_shared_0;
      \tsetp.lt.s32\t%p0, %r0, %r1;
      \t@%p0 bra\t$L1;
      \tmov.f32\t%f0, 0f00000000;
      $L1:
      \tret;
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".version 7.0         | .version seven       | begin with version",
        ".reg .f32 %f<1>;     | .reg .f32 %r<1>;     | registers %r are declared twice",
        "setp.lt.s32\t%p0     | setp.lt.s32\t%p1     | %p1 is not declared",
        "[k_param_0];         | [k_param_1];         | k_param_1 is not declared",
        "%r1, k_shared_0;     | %r1, k_shared_1;     | k_shared_1 is not declared",
        "bra\t$L1            | bra\t$L2            | jumps to $L2, which is nowhere",
        "mov.f32\t%f0, 0f00000000; | mov.f32\t%f0, %r0; | copies a register of type b32 to one of type f32",
        "ret;                 | ret                  | ends without a semicolon",
      })
  void findsWhatDoesNotHangTogether(String good, String bad, String problem) {
    assertThat(PtxStructure.problems(TEXT)).isEmpty();
    assertThat(TEXT).contains(good);
    assertThat(PtxStructure.problems(TEXT.replace(good, bad)))
        .anySatisfy(found -> assertThat(found).contains(problem));
  }
}
