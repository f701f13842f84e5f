// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes results for other programs, with lit's keys. */
final class JsonReport {
  private JsonReport() {}

  static void write(Path file, List<TestResult> results, long nanos) throws IOException {
    var text = new StringBuilder();
    text.append("{\n  \"__version__\": [22, 0, 0],\n  \"elapsed\": ");
    text.append(seconds(nanos)).append(",\n  \"tests\": [");
    String separator = "\n";
    for (TestResult result : results) {
      text.append(separator).append("    {\n      \"code\": ");
      text.append(quoted(result.outcome().name())).append(",\n      \"elapsed\": ");
      text.append(seconds(result.elapsed().toNanos())).append(",\n      \"name\": ");
      text.append(quoted(result.test().name())).append(",\n      \"output\": ");
      text.append(quoted(result.output())).append("\n    }");
      separator = ",\n";
    }
    text.append("\n  ]\n}\n");
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.6f", nanos / 1e9);
  }

  private static String quoted(String text) {
    var result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> result.append("\\\"");
        case '\\' -> result.append("\\\\");
        case '\n' -> result.append("\\n");
        default -> {
          if (c < ' ') {
            result.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            result.append(c);
          }
        }
      }
    }
    return result.append('"').toString();
  }
}
