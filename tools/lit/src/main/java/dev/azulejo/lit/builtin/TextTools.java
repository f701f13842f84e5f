// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import dev.azulejo.tool.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tools that write text: {@code cat}, {@code count}, {@code echo}, {@code printf}. */
final class TextTools {
  private TextTools() {}

  static int cat(Call call) {
    var arguments = new Arguments("cat", call, "");
    if (arguments.areWrong(0)) {
      return 2;
    }
    List<String> files = arguments.files().isEmpty() ? List.of("-") : arguments.files();
    try {
      for (String file : files) {
        call.out().write(arguments.read(file));
      }
      return 0;
    } catch (IOException e) {
      return arguments.fail(e);
    }
  }

  /** Fails unless standard input has as many lines as the argument says. */
  static int count(Call call) {
    var arguments = new Arguments("count", call, "");
    if (arguments.files().size() != 1 || !arguments.files().getFirst().matches("\\d{1,9}")) {
      return arguments.fail("takes a number of lines");
    }
    try {
      long lines = new String(call.in().readAllBytes(), StandardCharsets.UTF_8).lines().count();
      int expected = Integer.parseInt(arguments.files().getFirst());
      if (lines != expected) {
        call.err().println("Expected " + expected + " lines, got " + lines + ".");
        return 1;
      }
      return 0;
    } catch (IOException e) {
      return arguments.fail(e);
    }
  }

  static int echo(Call call) {
    int first = 0;
    boolean newLine = true;
    boolean escapes = false;
    while (first < call.args().size() && call.args().get(first).matches("-[neE]+")) {
      String options = call.args().get(first++);
      newLine &= !options.contains("n");
      escapes |= options.contains("e");
    }
    String text = String.join(" ", call.args().subList(first, call.args().size()));
    write(call, (escapes ? unescape(text) : bytes(text)) + (newLine ? "\n" : ""));
    return 0;
  }

  /**
   * Knows {@code %s}, {@code %d}, {@code %%}; the format is used again while arguments are left.
   */
  static int printf(Call call) {
    if (call.args().isEmpty()) {
      call.err().println("printf: takes a format");
      return 2;
    }
    String format = unescape(call.args().getFirst());
    List<String> values = call.args().subList(1, call.args().size());
    int used = 0;
    do {
      int before = used;
      for (int i = 0; i < format.length(); i++) {
        char c = format.charAt(i);
        if (c != '%') {
          write(call, String.valueOf(c));
          continue;
        }
        char kind = ++i < format.length() ? format.charAt(i) : ' ';
        switch (kind) {
          case '%' -> call.out().print('%');
          case 's', 'd' -> write(call, bytes(used < values.size() ? values.get(used++) : ""));
          default -> {
            call.err().println("printf: '%" + kind + "' is not understood");
            return 1;
          }
        }
      }
      if (used == before) {
        break;
      }
    } while (used < values.size());
    return 0;
  }

  /** Text as its bytes in UTF-8, a character a byte: an escape may stand for any byte. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static void write(Call call, String bytes) {
    call.out().writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The bytes that a text with escapes stands for. */
  private static String unescape(String written) {
    String text = bytes(written);
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        result.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      int digits = escaped == 'x' ? digits(text, i + 1, 16, 2) : digits(text, i, 8, 3);
      if (digits > 0) {
        int from = escaped == 'x' ? i + 1 : i;
        int value = Integer.parseInt(text.substring(from, from + digits), escaped == 'x' ? 16 : 8);
        result.append((char) (value & 0xFF));
        i = from + digits - 1;
        continue;
      }
      switch (escaped) {
        case 'n' -> result.append('\n');
        case 't' -> result.append('\t');
        case 'r' -> result.append('\r');
        case '\\' -> result.append('\\');
        case '"' -> result.append('"');
        default -> result.append('\\').append(escaped);
      }
    }
    return result.toString();
  }

  private static int digits(String text, int from, int radix, int most) {
    int count = 0;
    while (count < most
        && from + count < text.length()
        && Character.digit(text.charAt(from + count), radix) >= 0) {
      count++;
    }
    return count;
  }
}
