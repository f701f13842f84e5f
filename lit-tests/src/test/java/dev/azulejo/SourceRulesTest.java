// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static dev.azulejo.SourceTree.ROOT;
import static dev.azulejo.SourceTree.filesEndingWith;
import static dev.azulejo.SourceTree.name;
import static dev.azulejo.SourceTree.read;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every Java source of the house keeps to; {@link HouseRulesTest} reads the classes. */
class SourceRulesTest {

  private static final int LONGEST = 800;
  private static final Path LONG_FILES =
      ROOT.resolve("lit-tests/src/test/resources/long-files.txt");

  private static final String HEADER =
      """
      // SPDX-FileCopyrightText: The Azulejo authors
      // SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
      """;

  private static final Pattern BANNED_NAME =
      Pattern.compile(
          "\\b(?:class|interface|record|enum)\\s+"
              + "(?:(?:Abstract|Base)[A-Z]\\w*|\\w*(?:Utils?|Helpers?|Manager|Impl))\\b(?=[^;]*\\{)");

  private static final Pattern WILDCARD_IMPORT =
      Pattern.compile("^import\\s[^;]*\\*;", Pattern.MULTILINE);

  private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b");

  private static final Pattern PROPERTY = Pattern.compile("^ *@Property\\b", Pattern.MULTILINE);

  private static final Pattern TEST =
      Pattern.compile("^ *@(?:Test|ParameterizedTest|TestFactory)\\b", Pattern.MULTILINE);

  private static final Map<String, String> SOURCES =
      filesEndingWith(".java", ROOT).stream()
          .collect(toMap(SourceTree::name, SourceTree::read, (a, b) -> a, TreeMap::new));

  @Test
  void sourcesAreFound() {
    assertThat(SOURCES).containsKey("lit-tests/src/test/java/dev/azulejo/SourceRulesTest.java");
  }

  @Test
  void beginsWithTheLicence() {
    assertThat(where(text -> !text.startsWith(HEADER))).isEmpty();
  }

  @Test
  void namesSayWhatAClassIs() {
    assertThat(where(text -> BANNED_NAME.matcher(withoutComments(text)).find())).isEmpty();
  }

  @Test
  void importsByName() {
    assertThat(where(text -> WILDCARD_IMPORT.matcher(text).find())).isEmpty();
  }

  @Test
  void leavesNothingForLater() {
    assertThat(
            where(text -> LEFT_UNDONE.matcher(text).find()).filter(name -> !name.equals(myself())))
        .isEmpty();
  }

  @Test
  void everyPackageIntroducesItself() {
    assertThat(
            mains()
                .filter(name -> !name.endsWith("/module-info.java"))
                .map(SourceRulesTest::folder)
                .distinct()
                .filter(folder -> {
                  String text = SOURCES.getOrDefault(folder + "/package-info.java", "");
                  return !text.contains("/**") || !text.contains("@NullMarked");
                }))
        .as("packages without a package-info.java that has a sentence and @NullMarked")
        .isEmpty();
  }

  @Test
  void onlyListedFilesAreLong() {
    List<String> listed =
        read(LONG_FILES)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(':')))
            .toList();
    assertThat(where(text -> text.lines().count() > LONGEST))
        .as("files of more than %d lines, against %s", LONGEST, name(LONG_FILES))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void testsAreNamedSoThatTheyRun() {
    assertThat(where(text -> TEST.matcher(text).find()))
        .allMatch(name -> name.endsWith("Test.java"));
    assertThat(where(text -> PROPERTY.matcher(text).find()))
        .allMatch(name -> name.endsWith("Properties.java"));
  }

  @Test
  void propertiesKeepTheirDatabaseInTheBuildFolder() {
    assertThat(where(text -> PROPERTY.matcher(text).find()))
        .map(name -> name.substring(0, name.indexOf("/src/test/")))
        .allSatisfy(module ->
            assertThat(
                    read(ROOT.resolve(module + "/src/test/resources/junit-platform.properties"))
                        .lines())
                .as(module)
                .contains(
                    "jqwik.database=target/jqwik-database", "jqwik.reporting.onlyfailures=true"));
  }

  private static Stream<String> where(Predicate<String> breach) {
    return SOURCES.entrySet().stream()
        .filter(source -> breach.test(source.getValue()))
        .map(Map.Entry::getKey);
  }

  private static Stream<String> mains() {
    return SOURCES.keySet().stream().filter(name -> name.contains("/src/main/java/"));
  }

  private static String myself() {
    return "lit-tests/src/test/java/dev/azulejo/SourceRulesTest.java";
  }

  private static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/'));
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
  }
}
