// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts an input at every marker, wherever it stands. */
final class SplitInput {
  /** How much shorter than a marker a text is that was probably meant as one. */
  private static final int NEAR = 2;

  private SplitInput() {}

  /** The pieces, none of which has a marker; places in them are those in the file. */
  static List<SourceText> split(SourceText source, String marker, Diagnostics diagnostics) {
    byte[] bytes = source.bytes();
    byte[] whole = marker.getBytes(StandardCharsets.UTF_8);
    byte[] near = Arrays.copyOf(whole, Math.max(0, whole.length - NEAR));
    List<SourceText> pieces = new ArrayList<>();
    int start = 0;
    int line = 1;
    int startLine = 1;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        line++;
      }
      if (whole.length > 0 && standsAt(whole, bytes, at)) {
        pieces.add(new SourceText(source.name(), Arrays.copyOfRange(bytes, start, at), startLine));
        at += whole.length - 1;
        start = at + 1;
        startLine = line;
      } else if (near.length > 0 && standsAt(near, bytes, at)) {
        diagnostics.report(
            Diagnostic.warning(source.location(at), "near miss with file split marker"));
      }
    }
    pieces.add(piece(source, start, bytes.length, startLine));
    return pieces;
  }

  /** The bytes from {@code start} on, and blanks for what stands before them on their line. */
  private static SourceText piece(SourceText source, int start, int end, int line) {
    byte[] bytes = source.bytes();
    int blanks = 0;
    while (blanks < start && bytes[start - blanks - 1] != '\n') {
      blanks++;
    }
    byte[] piece = Arrays.copyOfRange(bytes, start - blanks, end);
    Arrays.fill(piece, 0, blanks, (byte) ' ');
    return new SourceText(source.name(), piece, line);
  }

  private static boolean standsAt(byte[] text, byte[] bytes, int at) {
    return at + text.length <= bytes.length
        && Arrays.equals(text, 0, text.length, bytes, at, at + text.length);
  }
}
