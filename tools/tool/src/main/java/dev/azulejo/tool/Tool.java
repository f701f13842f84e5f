// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tool;

/**
 * A command line that can be called any number of times in one process, from several threads at
 * once: it keeps nothing between calls and touches nothing of the process but what a call hands it.
 *
 * <p>A module names its implementation, a class with a public constructor without parameters, by
 * {@code provides} and in {@code META-INF/services/dev.azulejo.tool.Tool}.
 */
public interface Tool {
  /** The name that users call it by, such as {@code tile-opt}. */
  String name();

  /**
   * Does its work. Nothing that is wrong with the arguments or the input is thrown: it is said on
   * {@link Call#err()}. The streams are flushed, and left open.
   *
   * @return the exit status: 0 where all went well
   */
  int run(Call call);
}
