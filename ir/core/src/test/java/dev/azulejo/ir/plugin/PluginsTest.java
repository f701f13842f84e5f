// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.NamedPipeline;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassRegistry;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.toy.ToyPass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginsTest {

  /** Brings the toy dialect. */
  public static final class ToyDialects implements DialectPlugin {
    @Override
    public List<Dialect> dialects() {
      return List.of(new Toy());
    }
  }

  /** Brings a pass and a pipeline of it. */
  public static final class ToyPasses implements PassPlugin {
    @Override
    public List<PassFactory> passes() {
      return List.of(ToyPass.of("play", (_, _) -> Change.NONE));
    }

    @Override
    public List<NamedPipeline> pipelines() {
      return List.of(new NamedPipeline("party", "Plays twice", "play,play"));
    }
  }

  /** Can't be made. */
  public static final class Broken implements PassPlugin {
    /** Fails. */
    public Broken() {
      throw new IllegalStateException("no batteries");
    }
  }

  @TempDir private Path folder;
  private final List<Diagnostic> said = new ArrayList<>();
  private final Diagnostics diagnostics = Diagnostics.into(said);

  private Plugins load(Class<?> service, Class<?> plugin) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), plugin.getName() + "\n");
    ClassLoader loader =
        Plugins.open(List.of(folder), PluginsTest.class.getClassLoader(), diagnostics);
    return Plugins.load(loader, diagnostics);
  }

  private void expectError(String... parts) {
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().message()).contains(parts);
  }

  @Test
  void aJarBringsDialects() throws IOException {
    Plugins plugins = load(DialectPlugin.class, ToyDialects.class);
    Dialects dialects = plugins.dialects(List.of(), diagnostics);
    assertThat(dialects.names()).containsExactly("toy");
    assertThat(said).isEmpty();
  }

  @Test
  void aJarBringsPassesAndPipelines() throws IOException {
    Plugins plugins = load(PassPlugin.class, ToyPasses.class);
    PassFactory own = ToyPass.of("work", (_, _) -> Change.NONE);
    PassRegistry registry = plugins.passes(List.of(own), List.of(), diagnostics);
    assertThat(registry.passes()).extracting(PassFactory::name).containsExactly("play", "work");
    assertThat(registry.pipeline("party").text()).isEqualTo("play,play");
    assertThat(said).isEmpty();
  }

  @Test
  void twoDialectsOfOneNameAreAnErrorThatNamesBoth() throws IOException {
    Plugins plugins = load(DialectPlugin.class, ToyDialects.class);
    assertThat(plugins.dialects(List.of(new Toy()), diagnostics)).isNull();
    expectError("two dialects are called 'toy': one from dev.azulejo.ir.toy.Toy in ", ", one from");
  }

  @Test
  void twoPassesOfOneNameAreAnErrorThatNamesBoth() throws IOException {
    Plugins plugins = load(PassPlugin.class, ToyPasses.class);
    PassFactory own = ToyPass.of("play", (_, _) -> Change.NONE);
    assertThat(plugins.passes(List.of(own), List.of(), diagnostics)).isNull();
    expectError("two passes or pipelines are called 'play'", "ToyPass in ");
    said.clear();
    PassFactory party = ToyPass.of("party", (_, _) -> Change.NONE);
    assertThat(plugins.passes(List.of(party), List.of(), diagnostics)).isNull();
    expectError("'party': one from", "PluginsTest$ToyPasses in ");
  }

  @Test
  void aPluginThatCannotBeMadeIsAnError() throws IOException {
    assertThat(load(PassPlugin.class, Broken.class)).isNull();
    expectError("can't load a plugin: ", "Broken");
  }

  @Test
  void aMissingJarIsAnError() {
    Path missing = folder.resolve("missing.jar");
    assertThat(Plugins.open(List.of(missing), PluginsTest.class.getClassLoader(), diagnostics))
        .isNull();
    expectError("can't load plugin '", "missing.jar': there is no such file");
  }

  @Test
  void aFileThatIsNoJarIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("text.jar"), "text");
    assertThat(Plugins.open(List.of(file), PluginsTest.class.getClassLoader(), diagnostics))
        .isNull();
    expectError("can't load plugin '", "text.jar': ");
  }
}
