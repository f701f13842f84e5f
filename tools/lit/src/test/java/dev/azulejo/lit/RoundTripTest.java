// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundTripTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Prints words in one case or the other, and makes a mistake for each of some words. */
  private record ToyOpt() implements Tool {
    @Override
    public String name() {
      return "tile-opt";
    }

    @Override
    public int run(Call call) {
      String text = read(call).strip();
      boolean generic = call.args().contains("--mlir-print-op-generic");
      boolean wasGeneric = text.equals(text.toUpperCase(Locale.ROOT));
      if (text.contains("reject") || (wasGeneric && text.contains("UNREADABLE"))) {
        call.err().println("rejected: " + text);
        return 1;
      }
      String lower = text.toLowerCase(Locale.ROOT);
      String printed = lower.contains("grow") ? lower + "\nmore" : lower;
      printed = lower.contains("lose") && wasGeneric ? "lost" : printed;
      call.out().println(generic ? printed.toUpperCase(Locale.ROOT) : printed);
      return 0;
    }

    private static String read(Call call) {
      try {
        String file = call.args().getFirst();
        return file.equals("-")
            ? new String(call.in().readAllBytes(), StandardCharsets.UTF_8)
            : Files.readString(call.directory().resolve(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fine, 0, Passed: 1",
    "reject, 1, custom form: tile-opt failed with 1",
    "unreadable, 1, generic form to custom form: tile-opt failed with 1",
    "grow, 1, custom form to custom form: the text differs",
    "lose, 1, generic form to custom form: the text differs",
  })
  void comparesAllForms(String text, int status, String message) throws Exception {
    Files.writeString(folder.resolve("program"), text);
    write("RUN: round-trip %S/program | count 1");
    assertThat(run()).isEqualTo(status);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"fine, 0", "unreadable, 1", "grow, 1", "lose, 1"})
  void trustsNobodyWhereTold(String text, int status) throws Exception {
    Files.writeString(folder.resolve("program"), text);
    write("RUN: tile-opt %S/program");
    assertThat(run()).isZero();
    assertThat(run("--paranoid")).isEqualTo(status);
  }

  @Test
  void leavesOutWhatIsNoProgram() throws Exception {
    Files.writeString(folder.resolve("program"), "grow");
    write("RUN: tile-opt %S/program --list-passes");
    assertThat(run("--paranoid")).isZero();
  }

  private void write(String line) throws IOException {
    Files.writeString(folder.resolve("lit.properties"), "suffixes = .test\nexec-root = out\n");
    Files.writeString(folder.resolve("a.test"), line + "\n");
  }

  private int run(String... options) throws InterruptedException {
    var args = new ArrayList<String>(List.of(options));
    args.addAll(List.of("-v", folder.toString()));
    try (var to = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      var call = new Call(args, folder, Map.of(), InputStream.nullInputStream(), to, to);
      return LitCommand.run(call, LitTools.with(List.of(new ToyOpt())));
    }
  }
}
