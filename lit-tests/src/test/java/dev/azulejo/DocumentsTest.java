// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.lit.LitCommand;
import dev.azulejo.lit.LitTools;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the documents show is so: programs are right, commands succeed, links lead somewhere. */
class DocumentsTest {
  private static final List<MarkdownPage> PAGES = MarkdownPage.all();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @TestFactory
  Stream<DynamicTest> programsAreRight() {
    return PAGES.stream()
        .flatMap(page ->
            page.in("mlir")
                .filter(fence -> !fence.text().contains("tile.swap"))
                .map(
                    fence -> DynamicTest.dynamicTest(page.name(fence), () -> check(fence.text()))));
  }

  private static void check(String text) {
    Operation module = Programs.parse("document.mlir", text, ParseOptions.FRAGMENT);
    assertThat(Programs.problems(module)).as(text).isEmpty();
    Programs.assertReadsBack(module);
  }

  @TestFactory
  Stream<DynamicTest> commandsSucceed() {
    return PAGES.stream()
        .flatMap(page ->
            page.in("sh")
                .flatMap(fence -> fence.text().lines())
                .filter(line -> line.startsWith("bin/"))
                .map(line -> DynamicTest.dynamicTest(line, () -> run(line))));
  }

  /** Runs tools in this process, each with what the one before has printed. */
  private static void run(String line) throws InterruptedException {
    Map<String, Tool> tools = new TreeMap<>();
    ServiceLoader.load(Tool.class).forEach(tool -> tools.put("bin/" + tool.name(), tool));
    byte[] piped = new byte[0];
    for (String command : line.replaceFirst(" +# .*", "").split(" \\| ")) {
      List<String> words = List.of(command.split(" "));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Call call =
          new Call(
              words.subList(1, words.size()),
              SourceTree.ROOT,
              System.getenv(),
              new ByteArrayInputStream(piped),
              new PrintStream(out, true, UTF_8),
              new PrintStream(err, true, UTF_8));
      int status;
      if (words.getFirst().equals("bin/lit")) {
        status = LitCommand.run(call, LitTools.find());
      } else {
        assertThat(tools).containsKey(words.getFirst());
        status = tools.get(words.getFirst()).run(call);
      }
      piped = out.toByteArray();
      assertThat(status)
          .as("%s\n%s\n%s", command, err.toString(UTF_8), out.toString(UTF_8))
          .isZero();
      assertThat(piped).as(command).isNotEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() {
    return PAGES.stream()
        .map(page ->
            DynamicTest.dynamicTest(
                SourceTree.name(page.path()),
                () -> {
                  Matcher link = LINK.matcher(SourceTree.read(page.path()));
                  while (link.find()) {
                    Path target = page.path().resolveSibling(link.group(1));
                    assertThat(Files.exists(target)).as(link.group(1)).isTrue();
                  }
                }));
  }
}
