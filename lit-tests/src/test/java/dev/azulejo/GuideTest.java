// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.filecheck.FileCheck;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassOptions;
import dev.azulejo.ir.processor.AzulejoProcessor;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What CONTRIBUTING.md says of adding an op and a pass: the one new file it shows is compiled
 * beside the sources of its module, nothing else is touched, and the test it shows passes.
 */
class GuideTest {
  private static final MarkdownPage GUIDE =
      MarkdownPage.of(SourceTree.ROOT.resolve("CONTRIBUTING.md"));

  @TempDir Path folder;

  @Test
  void anOpIsOneFile() throws ReflectiveOperationException, IOException {
    String source = java(0);
    try (URLClassLoader classes = compile("dialects/tile", "SwapOp", source)) {
      Dialect tile = make(classes, "dev.azulejo.dialect.tile.TileDialect", Dialect.class);
      assertThat(tile.operationNames()).contains("swap");
      List<Dialect> all = new ArrayList<>(Programs.DIALECTS.all());
      all.removeIf(dialect -> dialect.name().equals("tile"));
      all.add(tile);
      Dialects dialects = new Dialects(all);

      Operation module = parse(mlir("tile.swap"), dialects);
      assertThat(Verifier.verify(module, Diagnostics.silent())).isTrue();
      assertThat(Accesses.of(module).writes()).hasSize(2);
      String generic = Printer.print(module, PrintOptions.GENERIC);
      assertThat(generic).contains("\"tile.swap\"(%arg0, %arg1)");
      String custom = Printer.print(module);
      assertThat(Printer.print(parse(generic, dialects))).isEqualTo(custom);
      assertThat(Printer.print(parse(custom, dialects), PrintOptions.GENERIC)).isEqualTo(generic);
    }
  }

  @Test
  void aPassIsOneFile() throws ReflectiveOperationException, IOException {
    try (URLClassLoader classes = compile("passes/cleanup", "StripAttributesPass", java(1))) {
      PassFactory factory =
          make(classes, "dev.azulejo.pass.cleanup.StripAttributesPassFactory", PassFactory.class);
      assertThat(factory.name()).isEqualTo("strip-attributes");
      String test = mlir("strip-attributes");
      Operation module = parse(test, Programs.DIALECTS);
      PassOptions options =
          Objects.requireNonNull(
              PassOptions.parse(factory.options(), "prefix=note.", Diagnostics.silent()));
      Change change =
          factory
              .create(options)
              .run(module, new PassContext(Programs.DIALECTS, Diagnostics.silent()));
      assertThat(change).isEqualTo(Change.SOME);
      assertPasses(test, Printer.print(module));
    }
  }

  private void assertPasses(String checks, String output) throws IOException {
    Path file = Files.writeString(folder.resolve("checks.mlir"), checks);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        FileCheck.run(
            List.of(file.toString()),
            folder,
            Map.of(),
            new ByteArrayInputStream(output.getBytes(UTF_8)),
            new PrintStream(err, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    assertThat(status).as(err.toString(UTF_8)).isZero();
  }

  private static Operation parse(String text, Dialects dialects) {
    return Objects.requireNonNull(
        Parser.parse(
            SourceText.of("guide.mlir", text),
            dialects,
            ParseOptions.STRICT,
            new Diagnostics(problem -> assertThat(problem).isNull())));
  }

  private static String java(int index) {
    return GUIDE.in("java").toList().get(index).text();
  }

  private static String mlir(String word) {
    return GUIDE
        .in("mlir")
        .map(MarkdownPage.Fence::text)
        .filter(text -> text.contains(word))
        .findFirst()
        .orElseThrow();
  }

  /** Compiles a module's sources with one more; its classes go before those of the class path. */
  private URLClassLoader compile(String module, String name, String source) throws IOException {
    Path sources = SourceTree.ROOT.resolve(module + "/src/main/java");
    Path added = Files.writeString(folder.resolve(name + ".java"), source);
    List<Path> files = new ArrayList<>(SourceTree.filesEndingWith(".java", sources));
    files.removeIf(path -> path.endsWith("module-info.java"));
    files.add(added);
    Path output = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new java.io.OutputStreamWriter(messages, UTF_8),
              manager,
              null,
              List.of("-proc:full", "--release", "22", "-d", output.toString()),
              null,
              units);
      task.setProcessors(List.of(new AzulejoProcessor()));
      assertThat(task.call()).as(messages.toString(UTF_8)).isTrue();
    }
    return new ChildFirst(output.toUri().toURL());
  }

  private static <T> T make(ClassLoader classes, String name, Class<T> kind)
      throws ReflectiveOperationException {
    var constructor = classes.loadClass(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return kind.cast(constructor.newInstance());
  }

  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL output) {
      super(new URL[] {output}, Catalog.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && findResource(name.replace('.', '/') + ".class") != null) {
          loaded = findClass(name);
        }
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
    }
  }
}
