// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import dev.azulejo.tool.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The folder that a shell works in, and those it will come back to. */
final class Folders {
  private final Deque<Path> stack = new ArrayDeque<>();
  private Path current;

  Folders(Path current) {
    this.current = current.toAbsolutePath();
  }

  Path current() {
    return current;
  }

  /** Runs {@code cd}, {@code pushd} or {@code popd}. */
  int run(String name, Call call) {
    if (name.equals("popd")) {
      if (stack.isEmpty()) {
        call.err().println("popd: directory stack empty");
        return 1;
      }
      current = stack.pop();
      return 0;
    }
    if (call.args().size() != 1) {
      call.err().println(name + ": takes one folder, but got " + call.args().size());
      return 1;
    }
    Path folder = current.resolve(call.args().getFirst()).normalize();
    if (!Files.isDirectory(folder)) {
      call.err().println(name + ": no such folder: " + folder);
      return 1;
    }
    if (name.equals("pushd")) {
      stack.push(current);
    }
    current = folder;
    return 0;
  }
}
