// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** What a run of FileCheck, ours or the real one, gave. */
record FileCheckRun(int status, String messages) {
  private static final String CHECK_FILE = "checks.txt";

  /** Runs ours. */
  static FileCheckRun ours(CheckCase test, Path directory) throws IOException {
    Files.writeString(directory.resolve(CHECK_FILE), test.checks());
    var args = new ArrayList<String>(test.options());
    args.add(CHECK_FILE);
    var err = new ByteArrayOutputStream();
    int status =
        FileCheck.run(
            args,
            directory,
            Map.of(),
            new ByteArrayInputStream(test.input().getBytes(StandardCharsets.UTF_8)),
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(err));
    return new FileCheckRun(status, err.toString(StandardCharsets.UTF_8));
  }

  /** Runs the real one. */
  static FileCheckRun real(Path program, CheckCase test, Path directory)
      throws IOException, InterruptedException {
    Files.writeString(directory.resolve(CHECK_FILE), test.checks());
    Path input = Files.writeString(directory.resolve("input.txt"), test.input());
    Path output = directory.resolve("messages.txt");
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(test.options());
    command.add(CHECK_FILE);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    return new FileCheckRun(status, Files.readString(output));
  }

  /** The first line of the messages, which says what is wrong. */
  String firstLine() {
    return messages.lines().findFirst().orElse("");
  }
}
