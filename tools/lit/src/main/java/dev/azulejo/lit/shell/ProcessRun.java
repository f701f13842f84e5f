// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import dev.azulejo.tool.Call;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of a program in a process of its own. */
final class ProcessRun {
  private final Path file;
  private final Call call;

  ProcessRun(Path file, Call call) {
    this.file = file;
    this.call = call;
  }

  /** Runs to the end and returns the status; kills the process where this thread is interrupted. */
  int run() throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of(file.toString()));
    command.addAll(call.args());
    boolean merged = call.out() == call.err();
    var builder =
        new ProcessBuilder(command)
            .directory(call.directory().toFile())
            .redirectErrorStream(merged);
    builder.environment().clear();
    builder.environment().putAll(call.environment());
    Process process = builder.start();
    try {
      Thread feeding = start(() -> feed(process.getOutputStream()));
      Thread errors = start(() -> copy(process.getErrorStream(), call.err()));
      Thread output = start(() -> copy(process.getInputStream(), call.out()));
      int status = process.waitFor();
      output.join();
      errors.join();
      feeding.join();
      return status;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Thread start(Runnable work) {
    return Thread.ofVirtual().start(work);
  }

  private void feed(OutputStream to) {
    try (to) {
      call.in().transferTo(to);
    } catch (IOException e) {
      // The program has ended without reading all of it, as programs may.
      return;
    }
  }

  private static void copy(InputStream from, OutputStream to) {
    try (from) {
      from.transferTo(to);
      to.flush();
    } catch (IOException e) {
      // The process was killed; what it wrote until then has been copied.
      return;
    }
  }
}
