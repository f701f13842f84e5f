// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import dev.azulejo.tool.Call;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code diff}: compares two files line by line. */
final class DiffTool {
  private DiffTool() {}

  static int run(Call call) {
    var arguments = new Arguments("diff", call, "aubwq");
    if (arguments.areWrong(2)) {
      return 2;
    }
    UnaryOperator<String> key = UnaryOperator.identity();
    if (arguments.has("w")) {
      key = line -> line.replaceAll("\\s+", "");
    } else if (arguments.has("b")) {
      key = line -> line.stripTrailing().replaceAll("\\s+", " ");
    } else if (arguments.has("--strip-trailing-cr")) {
      key = line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
    try {
      String left = arguments.files().get(0);
      String right = arguments.files().get(1);
      List<String> edits = LineDiff.unified(arguments.text(left), arguments.text(right), key);
      if (edits.isEmpty()) {
        return 0;
      }
      if (arguments.has("q")) {
        call.out().println("Files " + left + " and " + right + " differ");
      } else {
        call.out().println("--- " + left);
        call.out().println("+++ " + right);
        edits.forEach(call.out()::println);
      }
      return 1;
    } catch (IOException e) {
      return arguments.fail(e);
    }
  }
}
