// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tool;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a tool is called with.
 *
 * @param args the arguments, without the tool's name
 * @param directory what relative paths are relative to
 * @param environment the environment variables
 * @param in standard input
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 */
public record Call(
    List<String> args,
    Path directory,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err) {

  /** Copies the arguments and the environment. */
  public Call {
    args = List.copyOf(args);
    environment = Map.copyOf(environment);
  }
}
