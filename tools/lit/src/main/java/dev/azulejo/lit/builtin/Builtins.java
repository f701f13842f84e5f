// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import dev.azulejo.filecheck.FileCheck;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.util.List;
import java.util.function.ToIntFunction;

/** The tools that are always there. */
public final class Builtins {
  private Builtins() {}

  /**
   * All of them, by name; {@code FileCheck} is ours too, so that upstream's tests run as they are.
   */
  public static List<Tool> all() {
    return List.of(
        tool(":", call -> 0),
        tool("FileCheck", Builtins::fileCheck),
        tool("cat", TextTools::cat),
        tool("count", TextTools::count),
        tool("diff", DiffTool::run),
        tool("echo", TextTools::echo),
        tool("false", call -> 1),
        tool("filecheck", Builtins::fileCheck),
        tool("mkdir", FileTools::makeFolders),
        tool("printf", TextTools::printf),
        tool("rm", FileTools::remove),
        tool("split-file", FileTools::split),
        tool("true", call -> 0));
  }

  private static Tool tool(String name, ToIntFunction<Call> run) {
    return new Named(name, run);
  }

  private static int fileCheck(Call call) {
    return FileCheck.run(
        call.args(), call.directory(), call.environment(), call.in(), call.out(), call.err());
  }

  private record Named(String name, ToIntFunction<Call> body) implements Tool {
    @Override
    public int run(Call call) {
      return body.applyAsInt(call);
    }
  }
}
