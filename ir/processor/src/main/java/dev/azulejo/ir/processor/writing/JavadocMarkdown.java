// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import java.util.Locale;

/**
 * Turns a documentation comment into Markdown: the inline tags for code, text and links, and the
 * handful of HTML elements that comments use. Block tags and what follows them are left out.
 */
final class JavadocMarkdown {
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private JavadocMarkdown(String text) {
    this.text = text;
  }

  /** The Markdown of a comment as javac gives it, without stars. */
  static String convert(String comment) {
    StringBuilder body = new StringBuilder();
    for (String line : comment.split("\n", -1)) {
      if (line.strip().startsWith("@")) {
        break;
      }
      body.append(line.startsWith(" ") ? line.substring(1) : line).append('\n');
    }
    JavadocMarkdown converter = new JavadocMarkdown(body.toString());
    converter.run();
    return converter
        .out
        .toString()
        .replaceAll("[ \t]+\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** The first sentence of Markdown, in one line. */
  static String firstSentence(String markdown) {
    String line = inOneLine(markdown);
    int end = line.indexOf(". ");
    return end < 0 ? line : line.substring(0, end + 1);
  }

  /** Markdown in one line. */
  static String inOneLine(String markdown) {
    return markdown.replaceAll("\\s+", " ").strip();
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("{@", at)) {
        inlineTag();
      } else if (c == '<' && text.indexOf('>', at) > 0) {
        element();
      } else if (c == '&' && text.indexOf(';', at) > 0) {
        entity();
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private void inlineTag() {
    int end = closingBrace(at);
    String tag = text.substring(at + 2, end).strip();
    int space = indexOfSpace(tag);
    String name = tag.substring(0, space);
    String body = tag.substring(space).strip();
    switch (name) {
      case "code" -> code(body);
      case "link", "linkplain" -> link(body);
      default -> out.append(body);
    }
    at = Math.min(end + 1, text.length());
  }

  private void code(String body) {
    String fence = body.indexOf('`') < 0 ? "`" : "``";
    String space = fence.length() == 1 ? "" : " ";
    out.append(fence).append(space).append(body).append(space).append(fence);
  }

  private void link(String body) {
    int space = indexOfSpace(body);
    String target = body.substring(0, space);
    String label = body.substring(space).strip();
    if (!label.isEmpty()) {
      out.append(label);
      return;
    }
    int member = target.indexOf('#');
    String type = member < 0 ? target : target.substring(0, member);
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String separator = member < 0 || simple.isEmpty() ? "" : ".";
    code(simple + separator + (member < 0 ? "" : target.substring(member + 1)));
  }

  private void element() {
    int end = text.indexOf('>', at);
    String tag = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
    String name = tag.substring(0, indexOfSpace(tag));
    if (name.equals("pre")) {
      preformatted(end + 1);
      return;
    }
    switch (name) {
      case "p", "ul", "/ul", "ol", "/ol" -> out.append("\n\n");
      case "li" -> item();
      case "b", "/b", "strong", "/strong" -> out.append("**");
      case "i", "/i", "em", "/em" -> out.append('*');
      case "code", "/code" -> out.append('`');
      case "sup" -> out.append('^');
      default -> {
        if (!isElementName(name)) {
          out.append('<');
          at++;
          return;
        }
      }
    }
    at = end + 1;
    if (name.equals("p") || name.equals("li")) {
      skipSpace();
    }
  }

  private void item() {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    out.append(end > 0 && out.charAt(end - 1) == '\n' ? "- " : "\n- ");
  }

  private void preformatted(int start) {
    int end = text.indexOf("</pre>", start);
    end = end < 0 ? text.length() : end;
    String body = text.substring(start, end).stripTrailing();
    if (body.strip().startsWith("{@code") && body.endsWith("}")) {
      body = body.substring(body.indexOf("{@code") + "{@code".length(), body.length() - 1);
    }
    body = body.replaceFirst("^\\s*\\n", "").stripTrailing().stripIndent();
    out.append("\n\n```\n").append(body).append("\n```\n\n");
    at = Math.min(end + "</pre>".length(), text.length());
  }

  private void entity() {
    int end = text.indexOf(';', at);
    String plain =
        switch (text.substring(at + 1, end)) {
          case "lt" -> "<";
          case "gt" -> ">";
          case "amp" -> "&";
          case "quot" -> "\"";
          case "nbsp" -> " ";
          default -> "";
        };
    if (plain.isEmpty()) {
      out.append('&');
      at++;
    } else {
      out.append(plain);
      at = end + 1;
    }
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private int closingBrace(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isElementName(String name) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    return !plain.isEmpty() && plain.chars().allMatch(Character::isLetterOrDigit);
  }

  private static int indexOfSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return text.length();
  }
}
