// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import java.util.Iterator;
import java.util.List;
import java.util.SequencedCollection;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** Java source as it grows: lines with an indent, lists broken where they become too wide. */
final class JavaText {
  /** How long a line may be. */
  static final int WIDTH = 100;

  private static final int CONTINUATION = 4;

  private final StringBuilder text = new StringBuilder();

  /** A line; an empty one has no indent. */
  void line(int indent, String content) {
    if (!content.isEmpty()) {
      text.repeat(' ', indent).append(content);
    }
    text.append('\n');
  }

  /** Lines as they stand. */
  void lines(String block) {
    text.append(block);
  }

  /** Imports: static ones, an empty line, the others; each sorted. */
  void imports(SequencedCollection<String> statics, List<String> types) {
    for (String name : new TreeSet<>(statics)) {
      line(0, "import static " + name + ";");
    }
    if (!statics.isEmpty()) {
      line(0, "");
    }
    for (String name : new TreeSet<>(types)) {
      line(0, "import " + name + ";");
    }
    line(0, "");
  }

  /** {@code before(items)after}, on one line if there is room, else filled. */
  void call(int indent, String before, List<String> items, String after) {
    String whole = before + "(" + String.join(", ", items) + ")" + after;
    if (indent + whole.length() <= WIDTH) {
      line(indent, whole);
      return;
    }
    line(indent, before + "(");
    int inner = indent + CONTINUATION;
    StringBuilder filled = new StringBuilder();
    for (Iterator<String> next = items.iterator(); next.hasNext(); ) {
      String item = next.next() + (next.hasNext() ? "," : ")" + after);
      if (!filled.isEmpty() && inner + filled.length() + 1 + item.length() > WIDTH) {
        line(inner, filled.toString());
        filled.setLength(0);
      }
      filled.append(filled.isEmpty() ? "" : " ").append(item);
    }
    line(inner, filled.toString());
  }

  /** A name of the header as Java takes it. */
  static String identifier(String name) {
    return SourceVersion.isKeyword(name) ? name + "_" : name;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
