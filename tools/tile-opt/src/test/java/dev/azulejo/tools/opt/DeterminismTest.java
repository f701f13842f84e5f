// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed and said depends on arguments and input alone. */
final class DeterminismTest {
  private static final String[] ARGS = {
    "--pass=canonicalize,test-remark,cse,test-mark,test-remark",
    "--mlir-print-debuginfo",
    "--print-ir-after-all",
    "--mlir-pass-statistics",
    "--dump-pass-pipeline"
  };

  @TempDir private Path folder;

  /** Many functions, with what can be folded, merged and named by an alias. */
  private static String program() throws IOException {
    try (InputStream good = DeterminismTest.class.getResourceAsStream("good.mlir")) {
      StringBuilder text = new StringBuilder("#m = affine_map<(d0) -> (d0 * 2)>\n");
      for (int i = 0; i < 40; i++) {
        text.append(
            """
            func.func @f%d(%a: i32) -> i32 attributes {x.map = #m, x.b = {z, a = %d}} {
              %c = arith.constant %d : i32
              %0 = arith.addi %a, %c : i32
              %1 = arith.addi %a, %c : i32
              %2 = arith.muli %0, %1 : i32
              %unused = arith.constant %d : i8
              return %2 : i32
            }
            """
                .replace("%d", Integer.toString(i)));
      }
      String nested = new String(good.readAllBytes(), StandardCharsets.UTF_8);
      return nested.substring(0, nested.indexOf("module"))
          + text
          + nested.substring(nested.indexOf("module"));
    }
  }

  private Outcome run(String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of(ARGS));
    args.addAll(List.of(more));
    return Outcome.of(folder, program(), args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 64})
  void threadsChangeNothing(int threads) throws IOException {
    Outcome alone = run("--mlir-disable-threading");
    assertThat(alone.status()).isZero();
    assertThat(alone.err()).contains("remark: not improved: 39 follow").contains("IR Dump After");
    for (int i = 0; i < 3; i++) {
      assertThat(run("--threads=" + threads)).isEqualTo(alone);
    }
  }

  @Test
  void localeChangesNothing() throws IOException {
    Locale usual = Locale.getDefault();
    Outcome here = run();
    String help = Outcome.of(folder, "", "--help").out();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-nu-thai")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(run()).as(tag).isEqualTo(here);
        assertThat(Outcome.of(folder, "", "--help").out()).as(tag).isEqualTo(help);
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  /** Identity hashes, encodings and the order of {@code Map.of} differ from process to process. */
  @Test
  void processesChangeNothing() throws IOException {
    Outcome here = run();
    for (List<String> flags :
        List.of(
            List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"),
            List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=0"),
            List.of("-Dfile.encoding=ISO-8859-1", "-Dstdout.encoding=UTF-16", "-Duser.language=tr"),
            List.of("-XX:ActiveProcessorCount=7"))) {
      List<String> args = new ArrayList<>(flags);
      args.addAll(List.of("-cp", JavaProcess.join(JavaProcess.classPath())));
      args.add("dev.azulejo.tools.opt.TileOptMain");
      args.addAll(List.of(ARGS));
      assertThat(JavaProcess.run(folder, program(), args)).as(flags.toString()).isEqualTo(here);
    }
  }
}
