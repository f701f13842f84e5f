// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** The command line: {@code LIST HEADER FOLDER [argument of libclang]...}. */
public final class GeneratorMain {
  private GeneratorMain() {}

  /**
   * Writes the files that a list asks for.
   *
   * @param args list, header, folder to write to, and what to tell libclang
   * @throws IOException if a file can't be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: GeneratorMain LIST HEADER FOLDER [argument of libclang]...");
      System.exit(2);
    }
    BindingsGenerator generator =
        BindingsGenerator.find()
            .orElseThrow(
                () -> new GeneratorException("no libclang found: name one with -Dlibclang="));
    SortedMap<String, String> files =
        generator.generate(
            Selection.parse(Files.readString(Path.of(args[0]))),
            Path.of(args[1]),
            Arrays.asList(args).subList(3, args.length));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(Path.of(args[2], file.getKey()), file.getValue());
    }
  }
}
