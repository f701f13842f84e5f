// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import dev.azulejo.tool.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The command line of a small tool: single letters behind a dash, which may stand together, and
 * names of files.
 */
final class Arguments {
  private final String tool;
  private final Call call;
  private final Set<String> options = new TreeSet<>();
  private final List<String> files = new ArrayList<>();
  private Optional<String> unknown = Optional.empty();

  Arguments(String tool, Call call, String known) {
    this.tool = tool;
    this.call = call;
    for (String arg : call.args()) {
      if (arg.length() < 2 || !arg.startsWith("-")) {
        files.add(arg);
      } else if (arg.equals("--strip-trailing-cr")) {
        options.add(arg);
      } else {
        for (String letter : arg.substring(1).split("")) {
          options.add(letter);
          if (!known.contains(letter)) {
            unknown = Optional.of(arg);
          }
        }
      }
    }
  }

  boolean has(String option) {
    return options.contains(option);
  }

  List<String> files() {
    return files;
  }

  Path path(String file) {
    return call.directory().resolve(file);
  }

  /** True, and said so, where an option is not known or the files are fewer than wanted. */
  boolean areWrong(int wanted) {
    if (unknown.isPresent()) {
      fail("unknown option '" + unknown.get() + "'");
      return true;
    }
    if (files.size() < wanted) {
      fail("takes at least " + wanted + " names, but got " + files.size());
      return true;
    }
    return false;
  }

  /** The bytes of a file, or of standard input for {@code -}. */
  byte[] read(String file) throws IOException {
    return file.equals("-") ? call.in().readAllBytes() : Files.readAllBytes(path(file));
  }

  /** The text of a file, in UTF-8, or of standard input for {@code -}. */
  String text(String file) throws IOException {
    return new String(read(file), StandardCharsets.UTF_8);
  }

  /** Says what went wrong; the status for that. */
  int fail(String message) {
    call.err().println(tool + ": " + message);
    return 2;
  }

  /** Says what went wrong with a file; the status for that. */
  int fail(IOException e) {
    return fail(
        e instanceof NoSuchFileException ? "no such file: " + e.getMessage() : e.toString());
  }
}
