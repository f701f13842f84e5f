// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.ir.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registers are shared and copies left out only where nobody can tell. */
class EmissionTest {
  private static final int KERNELS = 1500;
  private static final int STORES = 60;

  @Test
  void textDoesWhatOperationsMean() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.text(seed);
      Operation module = Kernels.parse(source);
      String text = Kernels.translate(module);
      assertThat(PtxStructure.problems(text)).as(text).isEmpty();
      KernelOp kernel = (KernelOp) module.region(0).entry().first();
      assertThat(PtxExecution.stored(text, STORES))
          .as("seed %d:%n%s%n%s", seed, source, text)
          .isEqualTo(IrExecution.stored(kernel, STORES));
    }
  }

  @Test
  void textIsTheSameEachTime() {
    for (long seed = 0; seed < 20; seed++) {
      String source = RandomKernel.text(seed);
      assertThat(Kernels.translate(Kernels.parse(source)))
          .isEqualTo(Kernels.translate(Kernels.parse(source)));
    }
  }

  @Test
  void carriedValuesStayWhereTheyAre() {
    assertThat(
            Kernels.lines(
                """
                  %c1 = ptx.constant 1 : i32
                  %c9 = ptx.constant 9 : i32
                  ptx.bra ^loop(%c1 : i32)
                ^loop(%i: i32):
                  %next = ptx.add %i, %c1 : i32
                  %more = ptx.setp lt %next, %c9 : i32
                  ptx.bra_if %more, ^loop(%next : i32), ^end
                ^end:
                  ptx.ret
                """))
        .containsExactly(
            "mov.b32 %r0, 1;",
            "$L1:", "add.s32 %r0, %r0, 1;", "setp.lt.s32 %p0, %r0, 9;", "@%p0 bra $L1;", "ret;");
  }

  @Test
  void valueThatIsStillNeededIsCopied() {
    assertThat(
            Kernels.lines(
                """
                  %g = ptx.ld.param %out : !ptx.param<ptr, 4>
                  %c1 = ptx.constant 1 : i32
                  ptx.bra ^loop(%c1 : i32)
                ^loop(%i: i32):
                  %next = ptx.add %i, %c1 : i32
                  ptx.st global %g, %i : i64, i32
                  %more = ptx.setp lt %next, %c1 : i32
                  ptx.bra_if %more, ^loop(%next : i32), ^end
                ^end:
                  ptx.ret
                """))
        .contains("add.s32 %r1, %r0, 1;", "mov.b32 %r0, %r1;");
  }

  @Test
  void registerOfAnArrayIsUsedInPlace() {
    assertThat(
            Kernels.lines(
                """
                  %g = ptx.ld.param %out : !ptx.param<ptr, 4>
                  %two = ptx.constant 2.0 : f32
                  %r = ptx.regs : !ptx.regs<2 x f32>
                  %x = ptx.regs.read %r[1] : !ptx.regs<2 x f32>
                  %y = ptx.mul %x, %two : f32
                  ptx.regs.write %y, %r[1] : !ptx.regs<2 x f32>
                  %z = ptx.regs.read %r[1] : !ptx.regs<2 x f32>
                  ptx.st global %g, %z : i64, f32
                  ptx.ret
                """))
        .containsExactly(
            "ld.param.b64 %rd0, [k_param_0];",
            "mul.f32 %f1, %f1, 0f40000000;", "st.global.f32 [%rd0], %f1;", "ret;");
  }

  @Test
  void registerThatChangesMeanwhileIsCopiedFirst() {
    List<String> lines =
        Kernels.lines(
            """
              %g = ptx.ld.param %out : !ptx.param<ptr, 4>
              %two = ptx.constant 2.0 : f32
              %r = ptx.regs : !ptx.regs<2 x f32>
              %x = ptx.regs.read %r[1] : !ptx.regs<2 x f32>
              ptx.regs.write %two, %r[1] : !ptx.regs<2 x f32>
              ptx.st global %g, %x : i64, f32
              ptx.ret
            """);
    assertThat(lines)
        .containsSequence(
            "mov.f32 %f2, %f1;", "mov.f32 %f1, 0f40000000;", "st.global.f32 [%rd0], %f2;");
  }

  @Test
  void registerThatIsStillReadIsWrittenLater() {
    List<String> lines =
        Kernels.lines(
            """
              %g = ptx.ld.param %out : !ptx.param<ptr, 4>
              %two = ptx.constant 2.0 : f32
              %r = ptx.regs : !ptx.regs<2 x f32>
              %x = ptx.regs.read %r[1] : !ptx.regs<2 x f32>
              %y = ptx.mul %x, %two : f32
              ptx.st global %g, %x : i64, f32
              ptx.regs.write %y, %r[1] : !ptx.regs<2 x f32>
              ptx.ret
            """);
    assertThat(lines)
        .containsSequence(
            "mul.f32 %f2, %f1, 0f40000000;", "st.global.f32 [%rd0], %f1;", "mov.f32 %f1, %f2;");
  }

  @Test
  void registerOfAProductUnderWayIsWrittenBehindTheWait() {
    String text =
        Kernels.translate(
            Kernels.parse(
                """
                module attributes {tile.target = "sm_90a"} {
                  ptx.kernel @k(%in: !ptx.param<i64>, %x: !ptx.param<f32>) {
                    %d = ptx.ld.param %in : !ptx.param<i64>
                    %f = ptx.ld.param %x : !ptx.param<f32>
                    %true = ptx.constant true
                    %acc = ptx.regs : !ptx.regs<4 x f32>
                    ptx.wgmma 8 f16 %acc[0], %d, %d, %true : !ptx.regs<4 x f32>, i64
                    ptx.wgmma.commit_group
                    %sum = ptx.add %f, %f : f32
                    ptx.wgmma.wait_group 0
                    ptx.regs.write %sum, %acc[2] : !ptx.regs<4 x f32>
                    ptx.ret
                  }
                }
                """));
    assertThat(text).contains("wgmma.wait_group.sync.aligned\t0;\n\tmov.f32\t%f3, %f5;");
  }

  @Test
  void guardedLoadKeepsItsAddress() {
    // The address comes round the loop in the register that the load sets before it reads it.
    List<String> lines =
        Kernels.lines(
            """
              %g = ptx.ld.param %out : !ptx.param<ptr, 4>
              %c1 = ptx.constant 1 : i64
              ptx.bra ^loop(%g : i64)
            ^loop(%a: i64):
              %p = ptx.setp lt %a, %c1 : i64
              %next = ptx.ld global %a if %p else %c1 : i64 : i64 -> i64
              ptx.bra_if %p, ^loop(%next : i64), ^end
            ^end:
              ptx.ret
            """);
    assertThat(lines).containsSequence("mov.b64 %rd1, 1;", "@%p0 ld.global.b64 %rd1, [%rd0];");
  }
}
