// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tool in a process of its own. */
final class JavaProcess {
  private static final int SECONDS = 120;

  private JavaProcess() {}

  /** What the tests run with, folders and jars. */
  static List<Path> classPath() {
    String own = System.getProperty("java.class.path");
    String all = System.getProperty("surefire.test.class.path", own);
    List<Path> paths = new ArrayList<>();
    for (String entry : all.split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.exists(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  /** Paths as one argument. */
  static String join(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  /** Starts a JVM in a folder, with a text as standard input, and waits for its end. */
  static Outcome run(Path folder, String input, List<String> args) {
    try {
      Path in = Files.createTempFile(folder, "stdin", null);
      Path out = Files.createTempFile(folder, "stdout", null);
      Path err = Files.createTempFile(folder, "stderr", null);
      Files.writeString(in, input);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      command.addAll(args);
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      Process process =
          builder
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the process doesn't end: " + command);
      }
      return new Outcome(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
