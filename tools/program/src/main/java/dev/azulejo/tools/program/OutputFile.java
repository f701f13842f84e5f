// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

import dev.azulejo.tool.Call;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files so that nobody ever sees half of one. */
public final class OutputFile {
  private OutputFile() {}

  /** Writes a whole file; what stood there before stays if that fails. */
  public static void write(String name, byte[] bytes, Call call) throws UsageException {
    try {
      write(call.directory().resolve(name), bytes);
    } catch (NoSuchFileException _) {
      throw refused(name, "No such file or directory");
    } catch (AccessDeniedException _) {
      throw refused(name, "Permission denied");
    } catch (InvalidPathException | IOException failed) {
      throw refused(name, String.valueOf(failed.getMessage()));
    }
  }

  private static UsageException refused(String name, String reason) {
    return new UsageException("error: cannot open output file '" + name + "': " + reason);
  }

  private static void write(Path path, byte[] bytes) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("Is a directory");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A device or a pipe has no half-written state.
      Files.write(path, bytes);
      return;
    }
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(path.toString());
    }
    // A name that nobody else takes, and the permissions that new files have here.
    Path half = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(half, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }
}
