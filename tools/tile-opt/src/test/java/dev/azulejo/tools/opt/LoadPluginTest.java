// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar from elsewhere, which needs nothing but our jars and javac, brings a pass. */
final class LoadPluginTest {
  private static final String SOURCE =
      """
      package downstream;

      import dev.azulejo.ir.builtin.StringAttr;
      import dev.azulejo.ir.pass.*;
      import dev.azulejo.ir.plugin.PassPlugin;
      import java.util.List;

      public final class GreetingPlugin implements PassPlugin, PassFactory {
        @Override
        public List<PassFactory> passes() {
          return List.of(this);
        }

        @Override
        public String name() {
          return "NAME";
        }

        @Override
        public String summary() {
          return "Says hello";
        }

        @Override
        public String anchor() {
          return "builtin.module";
        }

        @Override
        public List<PassOption> options() {
          return List.of(new PassOption("whom", PassOption.TEXT, "world", "whom to greet"));
        }

        @Override
        public Pass create(PassOptions options) {
          return (root, context) -> {
            root.setAttribute("downstream.hello", StringAttr.of(options.text("whom")));
            return Change.SOME;
          };
        }
      }
      """;

  @TempDir private Path folder;

  private void jar(String file, String passName) throws IOException {
    Path source = folder.resolve("GreetingPlugin.java");
    Files.writeString(source, SOURCE.replace("NAME", passName));
    int failed =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "-proc:none",
                "-nowarn",
                "-cp",
                JavaProcess.join(JavaProcess.classPath()),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(failed).isZero();
    try (OutputStream out = Files.newOutputStream(folder.resolve(file));
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("downstream/GreetingPlugin.class"));
      jar.write(Files.readAllBytes(folder.resolve("downstream/GreetingPlugin.class")));
      jar.putNextEntry(new JarEntry("META-INF/services/dev.azulejo.ir.plugin.PassPlugin"));
      jar.write("downstream.GreetingPlugin".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void passesOfJarsRun() throws IOException {
    jar("hello.jar", "greet");
    String greeted = "module attributes {downstream.hello = \"%s\"} {\n}\n\n";
    String[] lenient = {"--load-plugin=hello.jar", "--allow-unregistered-dialect", "--greet"};
    assertThat(Outcome.of(folder, "", lenient))
        .isEqualTo(new Outcome(0, greeted.formatted("world"), ""));
    assertThat(
            Outcome.of(
                folder,
                "",
                "--greet=whom=Lisbon",
                "--load-pass-plugin",
                "hello.jar",
                "--allow-unregistered-dialect"))
        .isEqualTo(new Outcome(0, greeted.formatted("Lisbon"), ""));
    assertThat(Outcome.of(folder, "", "--load-plugin=hello.jar", "--list-passes").out())
        .contains("  --greet ", "Says hello", "    --whom=<text> ");
    assertThat(Outcome.of(folder, "", "--greet").status()).isOne();
  }

  @Test
  void takenNamesAreRefused() throws IOException {
    jar("clash.jar", "cse");
    Outcome outcome = Outcome.of(folder, "", "--load-plugin=clash.jar");
    assertThat(outcome.status()).isOne();
    assertThat(outcome.err())
        .startsWith("<unknown>:0: error: two passes or pipelines are called 'cse': one from ")
        .contains("clash.jar");
  }

  @Test
  void whatIsNoJarIsRefused() throws IOException {
    Files.writeString(folder.resolve("text.jar"), "no jar");
    Outcome outcome = Outcome.of(folder, "", "--load-plugin=text.jar");
    assertThat(outcome.status()).isOne();
    assertThat(outcome.err()).startsWith("<unknown>:0: error: can't load plugin '");
  }
}
