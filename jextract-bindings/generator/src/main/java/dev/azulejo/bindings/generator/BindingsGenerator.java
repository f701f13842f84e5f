// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** From a header and a list of what is wanted to the text of Java files. */
public final class BindingsGenerator {
  private static final List<String> LIBRARIES =
      List.of(
          "libclang-22.so.22",
          "libclang-22.so.1",
          "libclang-19.so.19",
          "libclang-19.so.1",
          "libclang-15.so.1",
          "libclang.so.1",
          "libclang.so");

  private final String library;

  /**
   * A generator that reads with one libclang.
   *
   * @param library name or path of its file
   */
  public BindingsGenerator(String library) {
    this.library = library;
  }

  /** The first libclang that can be loaded; the system property {@code libclang} goes first. */
  public static Optional<BindingsGenerator> find() {
    List<String> candidates = new ArrayList<>(LIBRARIES);
    String named = System.getProperty("libclang");
    if (named != null) {
      candidates.addFirst(named);
    }
    for (String candidate : candidates) {
      if (loads(candidate)) {
        return Optional.of(new BindingsGenerator(candidate));
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("restricted")
  private static boolean loads(String library) {
    try (Arena arena = Arena.ofConfined()) {
      return SymbolLookup.libraryLookup(library, arena).find("clang_createIndex").isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Writes bindings.
   *
   * @param header the header to read
   * @param arguments what to tell libclang, {@code -I} and {@code -D} say
   * @return the text of each file by its name, sorted
   * @throws GeneratorException if the header has an error or lacks what the list names
   */
  public SortedMap<String, String> generate(
      Selection selection, Path header, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-x", "c"));
    all.addAll(arguments);
    try (Clang clang = new Clang(library)) {
      MemorySegment unit = clang.parse(header, all);
      HeaderReader reader = new HeaderReader(clang, unit);
      return new BindingsWriter(selection, header.getFileName().toString()).write(reader);
    }
  }
}
