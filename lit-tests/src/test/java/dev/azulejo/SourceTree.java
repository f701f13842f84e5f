// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's files as tests see them: what stands in build folders is left out. */
public final class SourceTree {

  /** The folder of the repository: the nearest one upwards that holds Maven's settings. */
  public static final Path ROOT =
      Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
          .filter(path -> Files.isDirectory(path.resolve(".mvn")))
          .findFirst()
          .orElseThrow();

  private SourceTree() {}

  /** All files below {@code start} with a name that ends so, in the order of their paths. */
  public static List<Path> filesEndingWith(String suffix, Path start) {
    try (Stream<Path> paths = Files.walk(start)) {
      return paths
          .filter(path -> path.toString().endsWith(suffix) && isSource(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path from the root, with slashes. */
  public static String name(Path path) {
    return ROOT.relativize(path).toString().replace('\\', '/');
  }

  private static boolean isSource(Path path) {
    for (Path part : ROOT.relativize(path)) {
      if (part.toString().equals("target") || part.toString().equals(".git")) {
        return false;
      }
    }
    return true;
  }
}
