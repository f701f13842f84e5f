// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassOption;
import dev.azulejo.ir.pass.PassOptions;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is generated from declarations of passes. */
class DeclaredPassTest {
  private static final Map<String, String> DAGGER =
      Map.of(
          "dagger/Module.java",
          "package dagger; public @interface Module {}",
          "dagger/Provides.java",
          "package dagger; public @interface Provides {}",
          "dagger/multibindings/IntoMap.java",
          "package dagger.multibindings; public @interface IntoMap {}",
          "dagger/multibindings/StringKey.java",
          "package dagger.multibindings; public @interface StringKey { String value(); }");

  private static final String IMPORTS =
      "package my.cleanup; import dev.azulejo.ir.*; import dev.azulejo.ir.pass.*;"
          + " import dev.azulejo.ir.spec.*; import java.util.*; ";

  private static final String TIDY =
      """
      /** Tidies {@code all}. */
      @PassDef(name = "tidy-up", anchor = "func.func", summary = "Tidies.", from = Rung.PIPELINE)
      public final class TidyUpPass implements Pass {
        /** How hard it tries. */
        public enum Effort { LOW, VERY_HIGH }

        /** Options. */
        public record Options(
            @Help("dry run") boolean dryRun,
            @Help(value = "rounds", defaultValue = "3") int maxRounds,
            @Help(value = "bytes", defaultValue = "5000000000") long bytes,
            @Help(value = "label", defaultValue = "x") String label,
            @Help(value = "effort", defaultValue = "very-high") Effort effort,
            @Help("what not") List<String> skip) {}

        private final Options options;

        TidyUpPass(Options options) { this.options = options; }

        @Override public Change run(Operation root, PassContext context) { return Change.NONE; }

        @Override public String toString() { return options.toString(); }
      }
      """;

  private static final String PLAIN =
      """
      @PassDef(name = "cse", summary = "Merges.")
      public final class CsePass implements Pass {
        @Override public Change run(Operation root, PassContext context) { return Change.NONE; }
      }
      """;

  @Test
  void bindsThePassesOfAPackage() {
    String module =
        compile("TidyUpPass", TIDY, "CsePass", PLAIN).text("my/cleanup/CleanupPasses.java");

    assertThat(module)
        .containsSubsequence(
            "@Module\npublic interface CleanupPasses {",
            "@Provides\n  @IntoMap\n  @StringKey(\"cse\")\n  static PassFactory csePass() {",
            "return new CsePassFactory();",
            "@StringKey(\"tidy-up\")",
            "return new TidyUpPassFactory();");
  }

  @Test
  void theFactoryKnowsThePass() throws ReflectiveOperationException {
    PassFactory factory = factory(compile("TidyUpPass", TIDY), "tidyUpPass");

    assertThat(factory.name()).isEqualTo("tidy-up");
    assertThat(factory.summary()).isEqualTo("Tidies.");
    assertThat(factory.anchor()).isEqualTo("func.func");
    assertThat(factory.from()).isEqualTo(Rung.PIPELINE);
    assertThat(factory.downTo()).isEqualTo(Rung.TARGET);
    assertThat(factory.options())
        .containsExactly(
            new PassOption("dry-run", PassOption.BOOL, "false", "dry run"),
            new PassOption("max-rounds", PassOption.INT, "3", "rounds"),
            new PassOption("bytes", PassOption.INTEGER, "5000000000", "bytes"),
            new PassOption("label", PassOption.TEXT, "x", "label"),
            new PassOption("effort", "low|very-high", "very-high", "effort"),
            new PassOption("skip", PassOption.LIST, "", "what not"));
  }

  @Test
  void theFactoryHandsOverOptions() throws ReflectiveOperationException {
    PassFactory factory = factory(compile("TidyUpPass", TIDY), "tidyUpPass");

    assertThat(factory.create(PassOptions.defaults(factory.options())))
        .hasToString(
            "Options[dryRun=false, maxRounds=3, bytes=5000000000, label=x, effort=VERY_HIGH,"
                + " skip=[]]");
    String text = "dry-run max-rounds=-1 bytes=7 label=l effort=low skip=a,b";
    PassOptions written =
        PassOptions.parse(factory.options(), text, Diagnostics.into(new ArrayList<>()));
    assertThat(factory.create(written))
        .hasToString(
            "Options[dryRun=true, maxRounds=-1, bytes=7, label=l, effort=LOW, skip=[a, b]]");
  }

  @Test
  void aPassMayHaveNoOptions() throws ReflectiveOperationException {
    PassFactory factory = factory(compile("CsePass", PLAIN), "csePass");

    assertThat(factory.options()).isEmpty();
    assertThat(factory.create(PassOptions.defaults(List.of())).getClass().getName())
        .isEqualTo("my.cleanup.CsePass");
  }

  @Test
  void describesThePasses() {
    assertThat(
            compile("TidyUpPass", TIDY, "CsePass", PLAIN).text("META-INF/azulejo/pass/cleanup.md"))
        .isEqualTo(
            """
            # Passes: cleanup

            Generated from the passes declared in `my.cleanup`. Do not edit.

            ## `cse`

            Merges.

            Runs on any isolated operation. Rungs: tile to target.

            ## `tidy-up`

            Tidies.

            Tidies `all`.

            Runs on `func.func`. Rungs: pipeline to target.

            | option | value | default | meaning |
            | --- | --- | --- | --- |
            | `dry-run` | true or false | `false` | dry run |
            | `max-rounds` | integer | `3` | rounds |
            | `bytes` | integer | `5000000000` | bytes |
            | `label` | text | `x` | label |
            | `effort` | `low`, `very-high` | `very-high` | effort |
            | `skip` | texts |  | what not |
            """);
  }

  static Compilation compileAll(String... classes) {
    Map<String, String> sources = new TreeMap<>(DAGGER);
    sources.put(
        "my/cleanup/package-info.java", "@org.jspecify.annotations.NullMarked package my.cleanup;");
    for (int i = 0; i < classes.length; i += 2) {
      sources.put("my/cleanup/" + classes[i] + ".java", IMPORTS + classes[i + 1]);
    }
    return Compilation.of(sources);
  }

  private static Compilation compile(String... classes) {
    Compilation compilation = compileAll(classes);
    assertThat(compilation.messages()).isEmpty();
    return compilation;
  }

  private static PassFactory factory(Compilation compilation, String method)
      throws ReflectiveOperationException {
    return (PassFactory)
        compilation.classes().loadClass("my.cleanup.CleanupPasses").getMethod(method).invoke(null);
  }
}
