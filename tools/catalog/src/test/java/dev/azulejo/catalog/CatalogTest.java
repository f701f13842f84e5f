// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.NamedPipeline;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.ir.spec.Rung;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogTest {
  private final Catalog shipped = Catalog.shipped();
  private final List<Diagnostic> said = new ArrayList<>();

  @Test
  void dialectsAreSortedAndHaveOperations() {
    assertThat(shipped.dialects().names())
        .isSorted()
        .contains("arith", "builtin", "func", "pipeline", "tile");
    for (Dialect dialect : shipped.dialects().all()) {
      assertThat(dialect.operationNames()).as(dialect.name()).isSorted().isNotEmpty();
      for (String name : dialect.operationNames()) {
        assertThat(dialect.operation(name)).as(name).isNotNull();
      }
    }
  }

  @Test
  void passesAreSortedAndSayWhatTheyDo() {
    assertThat(shipped.passes().passes())
        .extracting(PassFactory::name)
        .isSorted()
        .contains(
            "canonicalize",
            "convert-to-ptx",
            "cse",
            "if-stmt-binding",
            "inject-sw-pipeline",
            "pipeline-planning");
    for (PassFactory pass : shipped.passes().passes()) {
      assertThat(pass.name()).matches("[a-z]+(-[a-z0-9]+)*");
      assertThat(pass.summary()).as(pass.name()).matches("[A-Z].*[^.]");
    }
  }

  @Test
  void pipelinesCanBeRead() {
    PipelineParser parser = new PipelineParser(shipped.passes(), Diagnostics.into(said));
    assertThat(shipped.passes().pipelines()).extracting(NamedPipeline::name).isSorted();
    for (NamedPipeline pipeline : shipped.passes().pipelines()) {
      assertThat(parser.parseShort("builtin.module", pipeline.name())).isNotNull();
    }
    assertThat(said).isEmpty();
  }

  @Test
  void theWayToPtxEndsAtEachRung() {
    Pipeline whole =
        new PipelineParser(shipped.passes(), Diagnostics.into(said))
            .parseShort("builtin.module", "tile-to-ptx");
    assertThat(whole).isNotNull();
    assertThat(whole.downTo(Rung.TILE)).asString().doesNotContain("-");
    assertThat(whole.downTo(Rung.PIPELINE))
        .asString()
        .contains("inject-sw-pipeline")
        .doesNotContain("layout-inference");
    assertThat(whole.downTo(Rung.LAYOUT))
        .asString()
        .contains("inject-sw-pipeline", "layout-inference")
        .doesNotContain("lower-tile-ops");
    assertThat(whole.downTo(Rung.THREAD))
        .asString()
        .contains("lower-tile-ops", "cse")
        .doesNotContain("convert-to-ptx");
    assertThat(whole.downTo(Rung.TARGET)).isEqualTo(whole);
  }

  @Test
  void pluginsThatAreNotThereAreReported() {
    List<Path> jars = List.of(Path.of("no-such.jar"));
    assertThat(Catalog.withPlugins(jars, Diagnostics.into(said))).isNull();
    assertThat(said)
        .extracting(Diagnostic::message)
        .containsExactly("can't load plugin 'no-such.jar': there is no such file");
  }

  @Test
  void versionIsTheOneOfThisBuild() {
    assertThat(Catalog.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }
}
