// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.tool.Call;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what a tool works on. */
public final class InputText {
  private static final int BUFFER = 8192;

  private InputText() {}

  /** Reads a file, or standard input for {@code -}. */
  public static SourceText read(String name, Call call) throws UsageException {
    try {
      if (name.equals("-")) {
        return new SourceText("<stdin>", call.in().readAllBytes());
      }
      Path path = call.directory().resolve(name);
      if (Files.isDirectory(path)) {
        throw refused(name, "Is a directory");
      }
      return new SourceText(name, Files.readAllBytes(path));
    } catch (NoSuchFileException _) {
      throw refused(name, "No such file or directory");
    } catch (AccessDeniedException _) {
      throw refused(name, "Permission denied");
    } catch (InvalidPathException | IOException failed) {
      throw refused(name, String.valueOf(failed.getMessage()));
    }
  }

  private static UsageException refused(String name, String reason) {
    return new UsageException("error: cannot open input file '" + name + "': " + reason);
  }

  /** Is this text? If not, that has been reported. */
  public static boolean isText(SourceText source, Diagnostics diagnostics) {
    byte[] bytes = source.bytes();
    if (bytes.length >= 4
        && bytes[0] == 'M'
        && bytes[1] == 'L'
        && bytes[2] == (byte) 0xEF
        && bytes[3] == 'R') {
      diagnostics.error(source.location(0), "this is bytecode, and only text is understood");
      return false;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer characters = CharBuffer.allocate(BUFFER);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      characters.clear();
      result = decoder.decode(rest, characters, true);
    }
    if (result.isError()) {
      diagnostics.error(source.location(rest.position()), "invalid UTF-8");
      return false;
    }
    return true;
  }
}
