// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Strings of the IR are sequences of bytes, most of them UTF-8. As Java strings they are decoded as
 * UTF-8, and bytes that are none of it become lone surrogates U+DC80 to U+DCFF, so that every
 * sequence of bytes survives the way there and back.
 */
public final class StringBytes {
  private static final int ESCAPE = 0xDC00;

  private StringBytes() {}

  /** The string that stands for bytes. */
  public static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      StringBuilder text = new StringBuilder(bytes.length);
      for (byte b : bytes) {
        text.append((char) (b >= 0 ? b : ESCAPE + (b & 0xff)));
      }
      return text.toString();
    }
  }

  /** The bytes that a string stands for. */
  public static byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (point >= ESCAPE + 0x80 && point <= ESCAPE + 0xff) {
        bytes.write(point - ESCAPE);
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
      i += Character.charCount(point);
    }
    return bytes.toByteArray();
  }
}
