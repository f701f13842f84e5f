// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static dev.azulejo.SourceTree.ROOT;
import static dev.azulejo.SourceTree.filesEndingWith;
import static dev.azulejo.SourceTree.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The reference of dialects and passes under {@code docs/reference} is what the declarations say.
 * With {@code -Dbless=true} the files are written anew.
 */
class ReferenceTest {
  private static final Path REFERENCE = ROOT.resolve("docs/reference");
  private static final boolean BLESS = Boolean.getBoolean("bless");

  private static final Map<String, String> PAGES = pages();

  private static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    for (String dialect : Programs.DIALECTS.names()) {
      pages.put("dialects/" + dialect + ".md", Programs.resource("dialect/" + dialect + ".md"));
    }
    for (Path group : filesEndingWith("pom.xml", ROOT.resolve("passes"))) {
      String name = group.getParent().getFileName().toString();
      if (!name.equals("passes")) {
        pages.put("passes/" + name + ".md", Programs.resource("pass/" + name + ".md"));
      }
    }
    return pages;
  }

  @TestFactory
  Stream<DynamicTest> pagesAreUpToDate() {
    return PAGES.entrySet().stream()
        .map(page ->
            DynamicTest.dynamicTest(
                page.getKey(), () -> check(REFERENCE.resolve(page.getKey()), page.getValue())));
  }

  private static void check(Path file, String text) throws IOException {
    assertThat(text).as("the processor's text for %s", name(file)).startsWith("# ");
    if (BLESS) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(file)
        .as("%s is stale; run the tests of lit-tests with -Dbless=true", name(file))
        .hasContent(text);
  }

  @Test
  void noPageIsLeftOver() {
    assertThat(filesEndingWith(".md", REFERENCE))
        .extracting(path -> REFERENCE.relativize(path).toString())
        .containsExactlyElementsOf(PAGES.keySet());
  }
}
