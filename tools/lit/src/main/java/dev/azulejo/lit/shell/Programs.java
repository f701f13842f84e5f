// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Finds programs by their names: tools in this process, other programs on {@code PATH}. */
public final class Programs {
  /** The status of a program that was not found. */
  static final int NOT_FOUND = 127;

  /** The status of a tool that threw: what a shell says of one that was aborted. */
  static final int ABORTED = 134;

  private final SortedMap<String, Tool> tools = new TreeMap<>();

  /** Knows these tools; of two that have one name the first counts. */
  public Programs(Collection<? extends Tool> tools) {
    for (Tool tool : tools) {
      this.tools.putIfAbsent(tool.name(), tool);
    }
  }

  /** The same, but another tool for this one, where it is there. */
  public Programs with(String name, UnaryOperator<Tool> other) {
    var changed = new Programs(tools.values());
    changed.tools.computeIfPresent(name, (key, tool) -> other.apply(tool));
    return changed;
  }

  /** Runs a program to its end and returns its status. */
  int run(String name, Call call) throws InterruptedException {
    Tool tool = tools.get(name);
    if (tool != null) {
      return run(tool, call);
    }
    Optional<Path> file = find(name, call);
    if (file.isEmpty()) {
      call.err().println("'" + name + "': command not found");
      return NOT_FOUND;
    }
    try {
      return new ProcessRun(file.get(), call).run();
    } catch (IOException e) {
      call.err().println(file.get() + ": " + e.getMessage());
      return NOT_FOUND;
    }
  }

  @SuppressWarnings("CatchingUnchecked") // A tool that throws is that tool's failure.
  private static int run(Tool tool, Call call) {
    try {
      return tool.run(call);
    } catch (RuntimeException | Error e) {
      call.err().println(tool.name() + ": threw, which no tool may:");
      e.printStackTrace(call.err());
      return ABORTED;
    } finally {
      call.out().flush();
      call.err().flush();
    }
  }

  private static Optional<Path> find(String name, Call call) {
    if (name.contains("/")) {
      return Optional.of(call.directory().resolve(name)).filter(Programs::isProgram);
    }
    return find(name, call.environment().getOrDefault("PATH", ""));
  }

  /** The first program of this name in the folders of a search path. */
  public static Optional<Path> find(String name, String searchPath) {
    for (String folder : searchPath.split(File.pathSeparator)) {
      if (!folder.isEmpty()) {
        Path file = Path.of(folder, name);
        if (isProgram(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
