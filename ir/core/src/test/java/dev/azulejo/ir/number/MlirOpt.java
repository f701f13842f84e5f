// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MLIR's own tool, version 22, where it is installed. */
record MlirOpt(Path program) {
  static Optional<MlirOpt> find() {
    List<Path> candidates = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      candidates.add(Path.of(folder, "mlir-opt-22"));
    }
    candidates.add(Path.of("/usr/lib/llvm-22/bin/mlir-opt"));
    return candidates.stream().filter(Files::isExecutable).findFirst().map(MlirOpt::new);
  }

  /** The program's standard output for a module. */
  String run(String module) {
    try {
      Path input = Files.createTempFile("number", ".mlir");
      Path output = Files.createTempFile("number", ".out");
      try {
        Files.writeString(input, module);
        List<String> command =
            List.of(program.toString(), "--allow-unregistered-dialect", input.toString());
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
          throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
        return Files.readString(output, StandardCharsets.UTF_8);
      } finally {
        Files.delete(input);
        Files.delete(output);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
