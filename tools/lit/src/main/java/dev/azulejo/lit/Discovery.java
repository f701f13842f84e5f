// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the tests of files and folders: the suite of each is the nearest one upwards. */
public final class Discovery {
  private final Map<String, String> environment;
  private final SortedSet<String> features;
  private final Map<Path, Suite> suites = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * Begins a search.
   *
   * @param environment where suites look for programs
   * @param features that there are beside those of the machine
   */
  public Discovery(Map<String, String> environment, SortedSet<String> features) {
    this.environment = environment;
    this.features = new TreeSet<>(features);
    this.features.addAll(Machine.features(environment));
  }

  /** The tests of files and folders, each once, in the order of their names. */
  public List<TestFile> find(List<Path> paths) throws LitException {
    var tests = new TreeSet<TestFile>();
    for (Path path : paths) {
      Path start = path.toAbsolutePath().normalize();
      if (!Files.exists(start)) {
        throw new LitException("lit: error: no such file or folder: '" + path + "'");
      }
      int before = tests.size();
      boolean known = hasSuite(start);
      if (known) {
        tests.addAll(find(start));
      }
      if (!known) {
        warnings.add("no " + SuiteReader.FILE + " stands in or above '" + path + "'");
      } else if (tests.size() == before) {
        warnings.add("input '" + path + "' contained no tests");
      }
    }
    return List.copyOf(tests);
  }

  /** What was odd. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  private boolean hasSuite(Path start) {
    return Stream.iterate(start, path -> path != null, Path::getParent)
        .anyMatch(path -> Files.isRegularFile(path.resolve(SuiteReader.FILE)));
  }

  private List<TestFile> find(Path start) throws LitException {
    var tests = new ArrayList<TestFile>();
    if (Files.isRegularFile(start)) {
      tests.add(new TestFile(suite(start), start));
      return tests;
    }
    var folders = new ArrayList<Path>(List.of(start));
    while (!folders.isEmpty()) {
      Path folder = folders.removeLast();
      Suite suite = suite(folder);
      for (Path entry : entries(folder)) {
        String name = entry.getFileName().toString();
        if (suite.excludes().contains(name) || name.startsWith(".") || name.equals("Output")) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          folders.add(entry);
        } else if (suite.suffixes().stream().anyMatch(name::endsWith)) {
          tests.add(new TestFile(suite, entry));
        }
      }
    }
    return tests;
  }

  private static List<Path> entries(Path folder) throws LitException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new LitException("lit: error: " + folder + ": " + e);
    }
  }

  private Suite suite(Path start) throws LitException {
    for (Path path = start; path != null; path = path.getParent()) {
      Path file = path.resolve(SuiteReader.FILE);
      if (suites.containsKey(path)) {
        return suites.get(path);
      }
      if (Files.isRegularFile(file)) {
        Suite suite = SuiteReader.read(file, environment, features);
        suites.put(path, suite);
        return suite;
      }
    }
    throw new LitException("lit: error: no " + SuiteReader.FILE + " stands above '" + start + "'");
  }
}
