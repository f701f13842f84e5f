// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a .npy file, a Python dictionary: how the data are spelled. The format is described
 * in NumPy's manual under {@code numpy.lib.format}.
 *
 * @param descr the data type as NumPy writes it, such as {@code "<f4"}
 * @param fortranOrder whether the first dimension varies fastest
 * @param shape the dimensions
 */
record NpyHeader(String descr, boolean fortranOrder, List<Long> shape) {
  /** NumPy leaves room for the first dimension to grow to so many digits. */
  private static final int GROWTH_DIGITS = 21;

  /** The data begin at a multiple of this. */
  private static final int ALIGNMENT = 64;

  static NpyHeader of(String descr, long[] shape) {
    return new NpyHeader(descr, false, Arrays.stream(shape).boxed().toList());
  }

  /** The dictionary, padded and ended so that {@code prefix} bytes and it fill whole blocks. */
  String text(int prefix) {
    StringBuilder text = new StringBuilder();
    text.append("{'descr': '").append(descr);
    text.append("', 'fortran_order': ").append(fortranOrder ? "True" : "False");
    text.append(", 'shape': (");
    for (int i = 0; i < shape.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(shape.get(i));
    }
    text.append(shape.size() == 1 ? ",), }" : "), }");
    if (!shape.isEmpty()) {
      int growing = fortranOrder ? shape.size() - 1 : 0;
      text.append(" ".repeat(GROWTH_DIGITS - Long.toString(shape.get(growing)).length()));
    }
    int end = prefix + text.length() + 1;
    return text.append(" ".repeat(Math.floorMod(-end, ALIGNMENT))).append('\n').toString();
  }

  static NpyHeader parse(String text) {
    return new Parser(text).header();
  }

  /** Reads the literals that such a dictionary is made of, and no others. */
  private static final class Parser {
    private final String text;
    private int position;
    private @Nullable String descr;
    private @Nullable Boolean fortranOrder;
    private @Nullable List<Long> shape;

    Parser(String text) {
      this.text = text;
    }

    NpyHeader header() {
      expect('{');
      while (!accept('}')) {
        entry();
        if (!accept(',')) {
          expect('}');
          break;
        }
      }
      skipBlanks();
      if (position < text.length()) {
        throw wrong("its end");
      }
      if (descr == null || fortranOrder == null || shape == null) {
        throw new NpyFormatException(
            "the header needs 'descr', 'fortran_order' and 'shape': " + text.strip());
      }
      return new NpyHeader(descr, fortranOrder, shape);
    }

    private void entry() {
      String key = string();
      expect(':');
      switch (key) {
        case "descr" -> descr = descr();
        case "fortran_order" -> fortranOrder = truth();
        case "shape" -> shape = tuple();
        default -> throw new NpyFormatException("the header has an unknown key '" + key + "'");
      }
    }

    private String descr() {
      skipBlanks();
      if (position < text.length() && text.charAt(position) == '[') {
        throw new NpyFormatException("arrays of structures are not supported");
      }
      return string();
    }

    private String string() {
      skipBlanks();
      char quote = position < text.length() ? text.charAt(position) : ' ';
      int end = quote == '\'' || quote == '"' ? text.indexOf(quote, position + 1) : -1;
      if (end < 0) {
        throw wrong("a string");
      }
      String value = text.substring(position + 1, end);
      position = end + 1;
      return value;
    }

    private boolean truth() {
      skipBlanks();
      for (String word : new String[] {"True", "False"}) {
        if (text.startsWith(word, position)) {
          position += word.length();
          return word.equals("True");
        }
      }
      throw wrong("True or False");
    }

    private List<Long> tuple() {
      List<Long> values = new ArrayList<>();
      expect('(');
      while (!accept(')')) {
        values.add(integer());
        if (!accept(',')) {
          expect(')');
          break;
        }
      }
      return List.copyOf(values);
    }

    private long integer() {
      skipBlanks();
      int start = position;
      while (position < text.length() && isDigit(text.charAt(position))) {
        position++;
      }
      // More digits than these are no size, and would not fit.
      if (position == start || position - start > 18) {
        position = start;
        throw wrong("a size");
      }
      long value = Long.parseLong(text.substring(start, position));
      // Python 2 marked long integers.
      if (position < text.length() && text.charAt(position) == 'L') {
        position++;
      }
      return value;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private void expect(char wanted) {
      if (!accept(wanted)) {
        throw wrong("'" + wanted + "'");
      }
    }

    private boolean accept(char wanted) {
      skipBlanks();
      if (position < text.length() && text.charAt(position) == wanted) {
        position++;
        return true;
      }
      return false;
    }

    private void skipBlanks() {
      while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
        position++;
      }
    }

    private NpyFormatException wrong(String wanted) {
      return new NpyFormatException(
          "the header should have %s at column %d: %s"
              .formatted(wanted, position + 1, text.strip()));
    }
  }
}
