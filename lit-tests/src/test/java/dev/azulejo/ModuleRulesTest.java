// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static dev.azulejo.SourceTree.ROOT;
import static dev.azulejo.SourceTree.filesEndingWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The ladder as Maven and as Java's module system know it: the two must tell the same story. */
class ModuleRulesTest {

  private static final Pattern MODULE = Pattern.compile("(?m)^(?:open )?module ([\\w.]+) ");
  private static final Pattern REQUIRES =
      Pattern.compile("requires\\s[^;]*?(dev\\.azulejo[\\w.]*);");

  /** Picocli alone may look into the classes that declare command lines. */
  private static final Pattern OPENED =
      Pattern.compile("(?m)^open module|^\\s*opens (?!\\S+\\s+to\\s+info\\.picocli;)");

  private final List<Pom> poms =
      filesEndingWith("pom.xml", ROOT).stream()
          .filter(path -> path.getFileName().toString().equals("pom.xml"))
          .map(Pom::of)
          .filter(pom -> pom.group().equals("dev.azulejo"))
          .toList();

  @TestFactory
  Stream<DynamicTest> requiresWhatThePomDependsOn() {
    var nameOf = new TreeMap<String, String>();
    for (Pom pom : published()) {
      nameOf.put(pom.artifact(), moduleName(pom));
    }
    return published().stream()
        .map(pom ->
            DynamicTest.dynamicTest(
                pom.artifact(),
                () -> {
                  var expected = new TreeSet<String>();
                  for (Pom.Dependency dependency : pom.allDependencies()) {
                    if (dependency.isForMain() && nameOf.containsKey(dependency.artifact())) {
                      expected.add(nameOf.get(dependency.artifact()));
                    }
                  }
                  assertThat(requires(pom)).isEqualTo(expected);
                }));
  }

  @Test
  void everyModuleIsDeclared() {
    assertThat(poms.stream().filter(pom -> Files.isDirectory(pom.main())).map(Pom::main))
        .allMatch(main -> Files.exists(main.resolve("module-info.java")));
  }

  @Test
  void noModuleIsOpen() {
    assertThat(published().stream().map(ModuleRulesTest::moduleInfo))
        .noneMatch(text -> OPENED.matcher(text).find());
  }

  @Test
  void packagesBeginWithTheNameOfTheirModule() {
    for (Pom pom : published()) {
      Path top = pom.main().resolve(moduleName(pom).replace('.', '/'));
      assertThat(filesEndingWith(".java", pom.main()))
          .filteredOn(path -> !path.getParent().equals(pom.main()))
          .as(pom.artifact())
          .allMatch(path -> path.startsWith(top));
    }
  }

  @TestFactory
  Stream<DynamicTest> dependenciesAreSorted() {
    return poms.stream()
        .map(pom ->
            DynamicTest.dynamicTest(
                pom.artifact(),
                () ->
                    assertThat(pom.dependencies())
                        .isEqualTo(pom.dependencies().stream().sorted().toList())));
  }

  private List<Pom> published() {
    return poms.stream()
        .filter(pom -> Files.exists(pom.main().resolve("module-info.java")))
        .toList();
  }

  private static String moduleInfo(Pom pom) {
    return SourceTree.read(pom.main().resolve("module-info.java"));
  }

  private static String moduleName(Pom pom) {
    Matcher matcher = MODULE.matcher(moduleInfo(pom));
    assertThat(matcher.find()).as(pom.artifact()).isTrue();
    return matcher.group(1);
  }

  private static SortedSet<String> requires(Pom pom) {
    var names = new TreeSet<String>();
    Matcher matcher = REQUIRES.matcher(moduleInfo(pom));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
