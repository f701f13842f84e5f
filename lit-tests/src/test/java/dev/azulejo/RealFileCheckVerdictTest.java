// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.azulejo.filecheck.FileCheck;
import dev.azulejo.lit.LitException;
import dev.azulejo.lit.LitTools;
import dev.azulejo.lit.shell.Programs;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs the suite with a {@code filecheck} that asks LLVM's too, on what it is given and on texts
 * with a line taken out or the lines turned round: the verdicts must be the same.
 */
class RealFileCheckVerdictTest {
  private static final List<String> NAMES = List.of("FileCheck-22", "FileCheck");

  /** Asks both. */
  private record Both(Path real, Queue<String> verdicts, Queue<String> differences)
      implements Tool {
    @Override
    public String name() {
      return "filecheck";
    }

    @Override
    public int run(Call call) {
      try {
        byte[] input = call.in().readAllBytes();
        for (byte[] changed : changed(input)) {
          compare(call, changed);
        }
        compare(call, input);
        return FileCheck.run(
            call.args(),
            call.directory(),
            call.environment(),
            new ByteArrayInputStream(input),
            call.out(),
            call.err());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 1;
      }
    }

    private static List<byte[]> changed(byte[] input) {
      List<String> lines = new String(input, StandardCharsets.ISO_8859_1).lines().toList();
      var results = new ArrayList<byte[]>();
      for (int part = 1; part < 4 && lines.size() > 3; part++) {
        var fewer = new ArrayList<String>(lines);
        fewer.remove(lines.size() * part / 4);
        results.add(bytes(fewer));
      }
      results.add(bytes(lines.reversed()));
      return results;
    }

    private static byte[] bytes(List<String> lines) {
      return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private void compare(Call call, byte[] input) throws IOException, InterruptedException {
      int ours;
      try (var nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
        ours =
            FileCheck.run(
                call.args(),
                call.directory(),
                call.environment(),
                new ByteArrayInputStream(input),
                nowhere,
                nowhere);
      }
      int theirs = theirs(call, input);
      verdicts.add(String.valueOf(ours));
      if (ours != theirs) {
        differences.add(
            "filecheck %s: we say %d, LLVM says %d of%n%s"
                .formatted(
                    call.args(), ours, theirs, new String(input, StandardCharsets.ISO_8859_1)));
      }
    }

    private int theirs(Call call, byte[] input) throws IOException, InterruptedException {
      var command = new ArrayList<String>(List.of(real.toString()));
      command.addAll(call.args());
      var builder = new ProcessBuilder(command).directory(call.directory().toFile());
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input);
      } catch (IOException e) {
        // It ended before it had read all, for its arguments were wrong.
        return process.waitFor();
      }
      return process.waitFor();
    }
  }

  @Test
  void saysWhatTheirsSays() throws LitException, InterruptedException {
    Optional<Path> real =
        NAMES.stream()
            .flatMap(name -> Programs.find(name, System.getenv("PATH")).stream())
            .findFirst();
    if (real.isEmpty()) {
      abort("FileCheck is not installed");
    }
    var both = new Both(real.get(), new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    LitSuite.run(
        LitTools.with(
            Stream.concat(
                    Stream.of(both),
                    ServiceLoader.load(Tool.class).stream().map(ServiceLoader.Provider::get))
                .toList()));
    assertThat(both.differences()).isEmpty();
    assertThat(both.verdicts()).contains("0", "1");
  }
}
