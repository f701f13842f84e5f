// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What products become, to the letter, and what a step of the first example's main loop may cost. A
 * change of either is a decision: look at the difference, then write the file anew with {@code
 * -Dbless=true}.
 */
class GoldenPtxTest {
  private static final Path GOLDEN = SourceTree.ROOT.resolve("lit-tests/golden");

  private static final Set<String> EXPECTED =
      Set.of("mma", "ldmatrix", "cp.async.cg", "bar.sync", "mov");

  /** Arithmetic on whole numbers and conditions: what addresses, slots and counters cost. */
  private static final Set<String> INTEGER =
      Set.of(
          "add.s32", "add.s64", "sub", "mul", "mad", "rem", "div", "shl", "shr", "shf", "and", "or",
          "xor", "lop3", "bfe", "bfi", "cvt", "min", "max", "setp", "selp", "not", "neg", "abs");

  @ParameterizedTest
  @CsvSource({
    "examples/gemm.tir, sm_80",
    "examples/gemm.tir, sm_90a",
    "examples/gemm-hopper.tir, sm_90a",
    "lit-tests/kernels/gemm/gemm-hopper-cluster.tir, sm_90a"
  })
  void productsBecomeWhatTheyDidBefore(String file, String target) throws IOException {
    String text = Translation.ptx("--target=" + target, file);
    String stem = Path.of(file).getFileName().toString().replace(".tir", "");
    Path golden = GOLDEN.resolve(stem + "." + target + ".ptx");
    if (Boolean.getBoolean("bless")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(golden)
        .as("run the tests of lit-tests with -Dbless=true if the difference is meant")
        .hasContent(text);
  }

  /** For a tile of 64x64x32 and 4 warps in two rows of two, each with 32x32 of the sums. */
  @Test
  void aStepOfTheMainLoopKeepsWithinItsBudget() {
    List<String> step = mainLoop(ptx());
    assertThat(count(step, Set.of("mma"))).as("products: 2 x 4 blocks, K twice 16").isEqualTo(16);
    assertThat(count(step, Set.of("ldmatrix"))).as("blocks of four loaded").isEqualTo(8);
    assertThat(count(step, Set.of("cp.async.cg"))).as("copies of 16 bytes").isEqualTo(4);
    assertThat(count(step, Set.of("bar.sync"))).as("barriers").isLessThanOrEqualTo(2);
    assertThat(count(step, Set.of("mov"))).as("moves between registers").isLessThanOrEqualTo(1);
    // 6 addresses from a base and a slot, 3 for the slot that goes up and begins again, 2 pointers
    // that move on, 2 for the counter.
    assertThat(count(step, INTEGER)).as("integer instructions: %s", step).isLessThanOrEqualTo(13);
    assertThat(count(step, Set.of("rem", "div", "mul", "mad"))).as("products, divisions").isZero();
    List<String> others = new ArrayList<>(step);
    others.removeIf(
        name -> count(List.of(name), EXPECTED) > 0 || count(List.of(name), INTEGER) > 0);
    assertThat(others)
        .containsExactlyInAnyOrder("cp.async.commit_group", "cp.async.wait_group", "bra");
  }

  private static long count(List<String> instructions, Set<String> names) {
    long count = 0;
    for (String instruction : instructions) {
      for (String name : names) {
        if (instruction.equals(name) || instruction.startsWith(name + ".")) {
          count++;
        }
      }
    }
    return count;
  }

  private static String ptx() {
    return Translation.ptx("--target=sm_80", "examples/gemm.tir");
  }

  /** The instructions of the first loop: from the label that is jumped back to, to that jump. */
  private static List<String> mainLoop(String ptx) {
    Map<String, Integer> labels = new HashMap<>();
    List<String> instructions = new ArrayList<>();
    for (String line : ptx.lines().toList()) {
      String text = line.strip();
      if (text.endsWith(":")) {
        labels.put(text.substring(0, text.length() - 1), instructions.size());
      } else if (text.endsWith(";") && !text.startsWith(".")) {
        String name = text.replaceFirst("^@!?%p\\d+\\s+", "").split("[\\s;]")[0];
        instructions.add(name);
        Integer back = labels.get(text.substring(text.lastIndexOf('\t') + 1, text.length() - 1));
        if (name.startsWith("bra") && back != null) {
          return instructions.subList(back, instructions.size());
        }
      }
    }
    throw new AssertionError("there is no loop in\n" + ptx);
  }
}
