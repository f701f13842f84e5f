// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import dev.azulejo.tools.opt.TileOpt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a call of a tool came to.
 *
 * @param status its status
 * @param out what it printed
 * @param err what it said
 */
record Ran(int status, String out, String err) {

  /** Calls tile-run in this process. */
  static Ran of(String input, String... args) {
    return in(Path.of(""), input, args);
  }

  /** Calls tile-run in a folder. */
  static Ran in(Path folder, String input, String... args) {
    return call(new TileRun(), folder, input, args);
  }

  /** Pipes a program through tile-opt with the passes that pipeline loops; fails if that fails. */
  static String pipelined(String program) {
    Ran ran = pipelining(program);
    if (ran.status() != 0 || !ran.err().isEmpty()) {
      throw new AssertionError(ran.err() + "\n" + program);
    }
    return ran.out();
  }

  /** Pipes a program through tile-opt with the passes that pipeline loops. */
  static Ran pipelining(String program) {
    return call(new TileOpt(), Path.of(""), program, "--pass=sw-pipeline", "--remarks=hide");
  }

  /** Calls a tool. */
  static Ran call(Tool tool, Path folder, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        tool.run(
            new Call(
                List.of(args),
                folder,
                Map.of(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8)));
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
