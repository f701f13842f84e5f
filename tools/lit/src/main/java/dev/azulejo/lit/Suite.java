// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import dev.azulejo.lit.script.Substitutions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A folder of tests and what its {@value SuiteReader#FILE} says of them.
 *
 * @param name what reports call it
 * @param root the folder
 * @param execRoot where tests write
 * @param suffixes how files end that are tests
 * @param excludes names of files and folders that hold none
 * @param rules what it substitutes, in order
 * @param features what there is
 * @param environment what the tests' programs see beside what every test has
 * @param timeout how long a test may take; zero for ever
 */
public record Suite(
    String name,
    Path root,
    Path execRoot,
    List<String> suffixes,
    List<String> excludes,
    List<Substitutions.Rule> rules,
    SortedSet<String> features,
    SortedMap<String, String> environment,
    Duration timeout) {

  /** Makes the collections unmodifiable. */
  public Suite {
    suffixes = List.copyOf(suffixes);
    excludes = List.copyOf(excludes);
    rules = List.copyOf(rules);
    features = Collections.unmodifiableSortedSet(features);
    environment = Collections.unmodifiableSortedMap(environment);
  }
}
