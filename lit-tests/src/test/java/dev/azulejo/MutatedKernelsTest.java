// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.KernelMutations.Mutation;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.text.ParseOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kernels of rung 4 with one instruction wrong: the simulator must refuse each, or come to another
 * result. None of these mistakes is none: what is dropped is needed, and no two registers, rows or
 * vectors of the data are alike.
 */
class MutatedKernelsTest {
  /** How many instructions are got wrong in the same way; more are drawn from. */
  private static final int MOST_OF_A_KIND = 12;

  /** The same of large kernels. */
  private static final int FEWER_OF_A_KIND = 6;

  /** A kernel. */
  enum Program {
    /** Three iterations, which leave no loop. */
    EXAMPLE(SourceTree.read(SourceTree.ROOT.resolve("examples/gemm.tir"))),
    /** A loop, whose slots are used again and again, and f16. */
    LOOP(looping("f16", "f16", "f32", "0.0", 64, 32)),
    /** The same with whole numbers. */
    BYTES(looping("i8", "i32", "i32", "0", 32, 64)),
    /** The same with tf32. */
    WORDS(looping("f32", "f32", "f32", "0.0", 32, 16)),
    /**
     * Tiles that the matrices don't fill, so that copies guard and fill with zeros. Constants are
     * left alone: an index that moves by 8 or 16 passes the same guards when it is off by one.
     */
    EDGES(
        """
        func.func @gemm(%A: memref<33x88xf16>, %B: memref<40x88xf16>, %C: memref<33x40xf32>) attributes {tile.target = "sm_80"} {
          %zero = arith.constant 0.0 : f32
          %step = arith.constant 32 : index
          tile.launch grid(%x = 2, %y = 2) threads(64) {
            %As = tile.alloc : memref<32x32xf16, "shared">
            %Bs = tile.alloc : memref<32x32xf16, "shared">
            %acc = tile.alloc : memref<32x32xf32, "fragment">
            %m = arith.muli %y, %step : index
            %n = arith.muli %x, %step : index
            tile.fill %acc, %zero : memref<32x32xf32, "fragment">
            pipeline.for %k = 0 to 3 stages(2) {
              %kk = arith.muli %k, %step : index
              tile.copy %A[%m, %kk] -> %As : memref<33x88xf16> to memref<32x32xf16, "shared">
              tile.copy %B[%n, %kk] -> %Bs : memref<40x88xf16> to memref<32x32xf16, "shared">
              tile.gemm %As, %Bs, %acc {transpose_b} : memref<32x32xf16, "shared">, memref<32x32xf16, "shared">, memref<32x32xf32, "fragment">
            }
            tile.copy %acc -> %C[%m, %n] : memref<32x32xf32, "fragment"> to memref<33x40xf32>
          }
          return
        }
        """),
    /**
     * Sums of rows, between lanes and between warps. Behind the exchanges all lanes of a warp hold
     * its sum, so that lane 1 may store it as well as lane 0, which a comparison picks.
     */
    ROWS(
        """
        func.func @rows(%X: memref<2x256xf32>, %Y: memref<2x256xf32>) attributes {tile.target = "sm_80"} {
          tile.launch grid(%row = 2) threads(64) {
            %x = tile.alloc : memref<1x256xf32, "fragment">
            %sum = tile.alloc : memref<1xf32, "fragment">
            tile.copy %X[%row, 0] -> %x : memref<2x256xf32> to memref<1x256xf32, "fragment">
            tile.reduce sum %x -> %sum dim(1) : memref<1x256xf32, "fragment"> to memref<1xf32, "fragment">
            tile.parallel (%i, %j) to (1, 256) {
              %a = memref.load %x[%i, %j] : memref<1x256xf32, "fragment">
              %s = memref.load %sum[%i] : memref<1xf32, "fragment">
              %b = arith.addf %a, %s : f32
              memref.store %b, %x[%i, %j] : memref<1x256xf32, "fragment">
            }
            tile.copy %x -> %Y[%row, 0] : memref<1x256xf32, "fragment"> to memref<2x256xf32>
          }
          return
        }
        """),
    /**
     * The product for Hopper as people write it: two tiles, the ring filled twice, edges. Constants
     * are left alone, for most of them count up to an edge.
     */
    HOPPER(hopper()),
    /**
     * What the compiler makes of a product for Hopper: one block, two tiles of five steps. A
     * comparison picks one thread of many or counts tiles that are not there.
     */
    SPECIALIZED(specialized("{persistent = 1 : i64}", 2)),
    /** The same by a cluster of two blocks, which share A. */
    CLUSTERED(specialized("{cluster = array<i64: 2, 1>, persistent = 2 : i64}", 4));

    private final String text;

    Program(String text) {
      this.text = text;
    }

    /** The program in instructions. */
    Operation module() {
      return this == HOPPER
          ? Programs.parse(name(), text, ParseOptions.STRICT)
          : LoweredProgram.toRung4(name(), text);
    }

    /** How many instructions are got wrong in the same way. */
    int most() {
      return compareTo(HOPPER) >= 0 ? FEWER_OF_A_KIND : MOST_OF_A_KIND;
    }

    private static String specialized(String launch, int tiles) {
      return """
      func.func @gemm(%A: memref<128x320xf16>, %B: memref<${columns}x320xf16>, %C: memref<128x${columns}xf16>) attributes {tile.target = "sm_90a"} {
        %zero = arith.constant 0.0 : f32
        %c64 = arith.constant 64 : index
        %c128 = arith.constant 128 : index
        %c256 = arith.constant 256 : index
        tile.launch grid(%bx = ${tiles}, %by = 1) threads(256) attributes ${launch} {
          %As = tile.alloc : memref<128x64xf16, "shared">
          %Bs = tile.alloc : memref<256x64xf16, "shared">
          %acc = tile.alloc : memref<128x256xf32, "fragment">
          %m = arith.muli %by, %c128 : index
          %n = arith.muli %bx, %c256 : index
          tile.fill %acc, %zero : memref<128x256xf32, "fragment">
          pipeline.for %k = 0 to 5 stages(4) {
            %kk = arith.muli %k, %c64 : index
            tile.copy %A[%m, %kk] -> %As : memref<128x320xf16> to memref<128x64xf16, "shared">
            tile.copy %B[%n, %kk] -> %Bs : memref<${columns}x320xf16> to memref<256x64xf16, "shared">
            tile.gemm %As, %Bs, %acc {transpose_b} : memref<128x64xf16, "shared">, memref<256x64xf16, "shared">, memref<128x256xf32, "fragment">
          }
          tile.copy %acc -> %C[%m, %n] : memref<128x256xf32, "fragment"> to memref<128x${columns}xf16>
        }
        return
      }
      """
          .replace("${launch}", launch)
          .replace("${tiles}", "" + tiles)
          .replace("${columns}", "" + 256 * tiles);
    }

    private static String hopper() {
      Path file = SourceTree.ROOT.resolve("lit-tests/kernels/gemm/hopper-recipe.tir");
      return SourceTree.read(file)
          .replace(
              "arguments = [memref<?x?xf16>, memref<?x?xf16>, memref<?x?xf16>]",
              "arguments = [memref<72x264xf16>, memref<264x264xf16>, memref<72x264xf16>]")
          .replace("min(132,", "min(1,");
    }

    /** A product of one tile, over many steps. */
    private static String looping(
        String factor, String result, String sum, String zero, int tile, int step) {
      return """
      func.func @gemm(
          %A: memref<${tile}x${depth}x${factor}>, %B: memref<${tile}x${depth}x${factor}>,
          %C: memref<${tile}x${tile}x${result}>) attributes {tile.target = "sm_80"} {
        %zero = arith.constant ${zero} : ${sum}
        %step = arith.constant ${step} : index
        tile.launch grid(%x = 1) threads(128) {
          %As = tile.alloc : memref<${tile}x${step}x${factor}, "shared">
          %Bs = tile.alloc : memref<${tile}x${step}x${factor}, "shared">
          %acc = tile.alloc : memref<${tile}x${tile}x${sum}, "fragment">
          %0 = arith.constant 0 : index
          tile.fill %acc, %zero : memref<${tile}x${tile}x${sum}, "fragment">
          pipeline.for %k = 0 to 7 stages(3) {
            %kk = arith.muli %k, %step : index
            tile.copy %A[%0, %kk] -> %As : memref<${tile}x${depth}x${factor}> to memref<${tile}x${step}x${factor}, "shared">
            tile.copy %B[%0, %kk] -> %Bs : memref<${tile}x${depth}x${factor}> to memref<${tile}x${step}x${factor}, "shared">
            tile.gemm %As, %Bs, %acc {transpose_b${attributes}} : memref<${tile}x${step}x${factor}, "shared">, memref<${tile}x${step}x${factor}, "shared">, memref<${tile}x${tile}x${sum}, "fragment">
          }
          tile.copy %acc -> %C : memref<${tile}x${tile}x${sum}, "fragment"> to memref<${tile}x${tile}x${result}>
        }
        return
      }
      """
          .replace("${tile}", "" + tile)
          .replace("${step}", "" + step)
          .replace("${depth}", "" + 7 * step)
          .replace("${factor}", factor)
          .replace("${result}", result)
          .replace("${sum}", sum)
          .replace("${zero}", zero)
          .replace("${attributes}", factor.equals("f32") ? ", tf32" : "");
    }
  }

  /** Is a way to get an instruction wrong no mistake in a program? Why stands at the program. */
  private static boolean isAllowed(Program program, String kind) {
    return switch (program) {
      case EXAMPLE, LOOP, BYTES, WORDS -> false;
      case SPECIALIZED, CLUSTERED -> kind.equals("ptx.setp" + KernelMutations.OFF_BY_ONE);
      case EDGES, HOPPER -> kind.endsWith(KernelMutations.OFF_BY_ONE);
      case ROWS -> kind.equals("ptx.setp" + KernelMutations.OFF_BY_ONE);
    };
  }

  /** An instruction of a kernel, by its number, and what is got wrong. */
  private record Site(int number, Mutation mutation) {}

  /** How many mistakes of a kind there were, and how they were found. */
  private static final class Count {
    private int all;
    private int refused;
    private int wrong;
  }

  @ParameterizedTest
  @EnumSource(Program.class)
  void findsEveryMistake(Program program) {
    Operation module = program.module();
    var data = KernelData.of(LoweredProgram.kernel(module));
    KernelData.Result right = data.run(LoweredProgram.kernel(module));
    assertThat(right.problems()).isEmpty();
    assertThat(right.bits()).doesNotContainNull().anyMatch(bits -> bits != 0);
    Map<String, Count> counts = new LinkedHashMap<>();
    List<String> survivors = new ArrayList<>();
    for (Site site : sites(module, program.most())) {
      if (isAllowed(program, site.mutation().kind())) {
        continue;
      }
      Operation copy = module.copy(new ValueMapping());
      site.mutation().change().accept(instructions(copy).get(site.number()));
      Count count = counts.computeIfAbsent(site.mutation().kind(), _ -> new Count());
      count.all++;
      KernelData.Result other = data.run(LoweredProgram.kernel(copy));
      if (!other.problems().isEmpty()) {
        count.refused++;
      } else if (!other.bits().equals(right.bits())) {
        count.wrong++;
      } else {
        Operation op = instructions(module).get(site.number());
        survivors.add(site.mutation().kind() + " at " + site.number() + ": " + op);
      }
    }
    report(program, counts);
    assertThat(survivors).isEmpty();
  }

  /** What is no mistake is none: a copy, in any order of the warps. */
  @ParameterizedTest
  @EnumSource(Program.class)
  void findsNoMistakeWhereNoneIs(Program program) {
    Operation module = program.module();
    var data = KernelData.of(LoweredProgram.kernel(module));
    KernelData.Result right = data.run(LoweredProgram.kernel(module));
    for (int seed = 0; seed < 6; seed++) {
      Operation copy = module.copy(new ValueMapping());
      KernelData.Result other = data.run(LoweredProgram.kernel(copy), seed);
      assertThat(other.problems()).isEmpty();
      assertThat(other.bits()).isEqualTo(right.bits());
    }
  }

  private static void report(Program program, Map<String, Count> counts) {
    int found = 0;
    int all = 0;
    var text = new StringBuilder();
    for (Map.Entry<String, Count> entry : counts.entrySet()) {
      Count count = entry.getValue();
      found += count.refused + count.wrong;
      all += count.all;
      text.append(
          String.format(
              Locale.ROOT,
              "  %3d of %3d (%3d refused, %3d with another result)  %s%n",
              count.refused + count.wrong,
              count.all,
              count.refused,
              count.wrong,
              entry.getKey()));
    }
    System.out.printf(Locale.ROOT, "%s: %d of %d mistakes found%n%s", program, found, all, text);
  }

  private static List<Operation> instructions(Operation module) {
    List<Operation> all = new ArrayList<>();
    LoweredProgram.kernel(module).walk(all::add);
    return all;
  }

  /** All mistakes, or where there are many of a kind some of them, always the same. */
  private static List<Site> sites(Operation module, int most) {
    Map<String, List<Site>> kinds = new LinkedHashMap<>();
    List<Operation> all = instructions(module);
    for (int i = 0; i < all.size(); i++) {
      for (Mutation mutation : KernelMutations.of(all.get(i))) {
        kinds.computeIfAbsent(mutation.kind(), _ -> new ArrayList<>()).add(new Site(i, mutation));
      }
    }
    var random = new SplittableRandom(1);
    List<Site> chosen = new ArrayList<>();
    for (List<Site> sites : kinds.values()) {
      while (sites.size() > most) {
        sites.remove(random.nextInt(sites.size()));
      }
      chosen.addAll(sites);
    }
    return chosen;
  }
}
