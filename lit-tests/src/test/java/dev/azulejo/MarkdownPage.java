// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page of the documents, as far as it holds code. */
record MarkdownPage(Path path, List<Fence> fences) {

  /** A fenced block: its language, the line it begins on, its text. */
  record Fence(String language, int line, String text) {}

  /** The pages that people write; the reference is generated. */
  static List<MarkdownPage> all() {
    return SourceTree.filesEndingWith(".md", SourceTree.ROOT).stream()
        .filter(path -> !SourceTree.name(path).startsWith("docs/reference/"))
        .map(MarkdownPage::of)
        .toList();
  }

  static MarkdownPage of(Path path) {
    List<Fence> fences = new ArrayList<>();
    List<String> lines = SourceTree.read(path).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        int begin = i;
        while (!lines.get(++i).equals("```")) {}
        fences.add(
            new Fence(
                lines.get(begin).substring(3),
                begin + 2,
                String.join("\n", lines.subList(begin + 1, i)) + "\n"));
      }
    }
    return new MarkdownPage(path, fences);
  }

  /** The blocks of a language, in order. */
  Stream<Fence> in(String language) {
    return fences.stream().filter(fence -> fence.language().equals(language));
  }

  String name(Fence fence) {
    return SourceTree.name(path) + ":" + fence.line();
  }
}
