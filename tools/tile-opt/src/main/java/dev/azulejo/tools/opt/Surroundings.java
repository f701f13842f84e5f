// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.tool.Call;
import java.nio.file.Path;

/** What a call of the tool has around it. */
record Surroundings(Call call) {
  /** The path that a name means. */
  Path path(String name) {
    return call.directory().resolve(name);
  }

  /** Says something that is about no place in an input. */
  void say(String message) {
    call.err().print("tile-opt: " + message + "\n");
  }
}
