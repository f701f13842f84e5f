// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a line, its quotes removed.
 *
 * @param text what it says
 * @param glob the pattern for file names that it is where {@code *}, {@code ?} or {@code [} stand
 *     outside quotes; else empty
 */
public record Word(String text, String glob) {

  static Word plain(String text) {
    return new Word(text, "");
  }

  /** The names of the files that the pattern fits, sorted; the text itself where there are none. */
  List<String> expand(Path directory) {
    if (glob.isEmpty()) {
      return List.of(text);
    }
    boolean absolute = glob.startsWith("/");
    List<Path> found = List.of(absolute ? Path.of("/") : directory);
    try {
      for (String part : glob.split("/")) {
        if (!part.isEmpty()) {
          found = step(found, part);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (found.isEmpty()) {
      return List.of(text);
    }
    return found.stream()
        .map(path -> (absolute ? path : directory.relativize(path)).toString())
        .sorted()
        .toList();
  }

  private static List<Path> step(List<Path> folders, String part) throws IOException {
    var next = new ArrayList<Path>();
    for (Path folder : folders) {
      if (part.equals(".") || part.equals("..")) {
        next.add(folder.resolve(part));
      } else if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, part)) {
          for (Path entry : entries) {
            if (part.startsWith(".") || !entry.getFileName().toString().startsWith(".")) {
              next.add(entry);
            }
          }
        }
      }
    }
    return next;
  }
}
