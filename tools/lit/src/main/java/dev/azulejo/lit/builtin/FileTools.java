// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import dev.azulejo.tool.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tools that make and remove files: {@code mkdir}, {@code rm}, {@code split-file}. */
final class FileTools {
  private static final Pattern PART = Pattern.compile("(?://|\\W)--- (\\S.*?)\\s*");

  private FileTools() {}

  static int makeFolders(Call call) {
    var arguments = new Arguments("mkdir", call, "p");
    if (arguments.areWrong(1)) {
      return 2;
    }
    try {
      for (String file : arguments.files()) {
        if (arguments.has("p")) {
          Files.createDirectories(arguments.path(file));
        } else {
          Files.createDirectory(arguments.path(file));
        }
      }
      return 0;
    } catch (IOException e) {
      return arguments.fail(e);
    }
  }

  static int remove(Call call) {
    var arguments = new Arguments("rm", call, "fr");
    if (arguments.areWrong(arguments.has("f") ? 0 : 1)) {
      return 2;
    }
    try {
      for (String file : arguments.files()) {
        Path path = arguments.path(file);
        if (arguments.has("r")) {
          removeAll(path);
        } else if (arguments.has("f")) {
          Files.deleteIfExists(path);
        } else {
          Files.delete(path);
        }
      }
      return 0;
    } catch (IOException e) {
      return arguments.fail(e);
    }
  }

  private static void removeAll(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> entries = Files.list(path)) {
        for (Path entry : entries.toList()) {
          removeAll(entry);
        }
      }
    }
    Files.deleteIfExists(path);
  }

  /** Writes the parts of a file, each behind a line {@code //--- name}, to files in a folder. */
  static int split(Call call) {
    var arguments = new Arguments("split-file", call, "");
    if (arguments.areWrong(2)) {
      return 2;
    }
    try {
      Map<String, StringBuilder> parts = new LinkedHashMap<>();
      var current = new StringBuilder();
      for (String line :
          (Iterable<String>) arguments.text(arguments.files().getFirst()).lines()::iterator) {
        Matcher matcher = PART.matcher(line);
        if (matcher.matches()) {
          current = new StringBuilder();
          if (parts.put(matcher.group(1), current) != null) {
            return arguments.fail("'" + matcher.group(1) + "' occurs more than once");
          }
        } else {
          current.append(line).append('\n');
        }
      }
      if (parts.isEmpty()) {
        return arguments.fail("no part separator was found");
      }
      return write(arguments, parts);
    } catch (IOException e) {
      return arguments.fail(e);
    }
  }

  private static int write(Arguments arguments, Map<String, StringBuilder> parts)
      throws IOException {
    Path folder = arguments.path(arguments.files().get(1)).normalize();
    removeAll(folder);
    for (Map.Entry<String, StringBuilder> part : parts.entrySet()) {
      Path file = folder.resolve(part.getKey()).normalize();
      if (!file.startsWith(folder)) {
        return arguments.fail("'" + part.getKey() + "' leaves the folder");
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, part.getValue(), StandardCharsets.UTF_8);
    }
    return 0;
  }
}
