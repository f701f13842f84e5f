// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import java.util.Map;

/**
 * What is known of a function's arguments beside what the program says.
 *
 * @param inputs data by the names of arguments: files, generators or numbers
 * @param shapes shapes by the names of arguments, for dynamic dimensions
 * @param testCase the number of the test case, which seeds generated data
 * @param generates whether arguments that nobody names data for get some all the same: numbers
 *     always, memory if no memory has data
 */
public record Given(
    Map<String, String> inputs, Map<String, long[]> shapes, int testCase, boolean generates) {

  /** Nobody can be asked: what is missing is made up. */
  public static final Given NOTHING = new Given(Map.of(), Map.of(), 0, true);
}
