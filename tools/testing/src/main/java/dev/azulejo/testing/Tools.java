// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where programs are that tests may use. */
public final class Tools {
  private static final Path CUDA = Path.of("/usr/local/cuda");

  private Tools() {}

  /**
   * Finds a program: what the system property or environment variable of its name says, in the CUDA
   * toolkit, on the path. The variable of {@code clang-22} is {@code CLANG_22}.
   */
  public static Optional<Path> find(String name) {
    return find(name, System.getenv());
  }

  static Optional<Path> find(String name, Map<String, String> environment) {
    String named = System.getProperty(name, environment.get(variable(name)));
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    List<Path> folders = new ArrayList<>();
    String cuda = environment.get("CUDA_HOME");
    if (cuda != null) {
      folders.add(Path.of(cuda, "bin"));
    }
    folders.add(CUDA.resolve("bin"));
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      folders.add(Path.of(folder));
    }
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static String howToProvide(String name) {
    return "set " + variable(name) + ", or have it on PATH or in CUDA_HOME/bin";
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
