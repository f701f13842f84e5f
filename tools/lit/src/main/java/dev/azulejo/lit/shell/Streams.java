// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import dev.azulejo.lit.shell.ShellLine.Redirection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The three streams of one command: buffers unless they are redirected to files. */
final class Streams implements AutoCloseable {
  private final boolean last;
  private final ByteArrayOutputStream outBuffer = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errBuffer = new ByteArrayOutputStream();
  private final List<PrintStream> files = new ArrayList<>();
  private InputStream in;
  private PrintStream out = printer(outBuffer);
  private PrintStream err = printer(errBuffer);

  Streams(boolean last, byte[] input) {
    this.last = last;
    this.in = new ByteArrayInputStream(input);
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  void redirect(Redirection redirection, Path directory) throws IOException {
    Path file = directory.resolve(redirection.file().text());
    switch (redirection.target()) {
      case IN -> in = new ByteArrayInputStream(Files.readAllBytes(file));
      case OUT -> out = open(file, StandardOpenOption.TRUNCATE_EXISTING);
      case OUT_APPENDING -> out = open(file, StandardOpenOption.APPEND);
      case ERR -> err = open(file, StandardOpenOption.TRUNCATE_EXISTING);
      case ERR_APPENDING -> err = open(file, StandardOpenOption.APPEND);
      case BOTH -> {
        out = open(file, StandardOpenOption.TRUNCATE_EXISTING);
        err = out;
      }
      case ERR_TO_OUT -> err = out;
      case OUT_TO_ERR -> out = err;
    }
  }

  private PrintStream open(Path file, OpenOption option) throws IOException {
    if (file.toString().equals("/dev/null")) {
      return printer(OutputStream.nullOutputStream());
    }
    PrintStream stream =
        printer(
            Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, option));
    files.add(stream);
    return stream;
  }

  private static PrintStream printer(OutputStream to) {
    return new PrintStream(to, false, StandardCharsets.UTF_8);
  }

  /** What the next command reads. */
  byte[] piped() {
    flush();
    return last ? new byte[0] : outBuffer.toByteArray();
  }

  /** What it wrote to standard output, unless somebody else reads that. */
  String shownOut() {
    flush();
    return last ? outBuffer.toString(StandardCharsets.UTF_8) : "";
  }

  /** What it wrote to standard error, unless it went elsewhere. */
  String shownErr() {
    flush();
    return errBuffer.toString(StandardCharsets.UTF_8);
  }

  private void flush() {
    out.flush();
    err.flush();
  }

  @Override
  public void close() {
    flush();
    files.forEach(PrintStream::close);
  }
}
