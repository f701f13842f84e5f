// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.processor.AzulejoProcessor;
import dev.azulejo.ir.spec.OpDef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.collections.api.RichIterable;
import org.jspecify.annotations.NullMarked;

/**
 * A compilation with the processor, in memory.
 *
 * @param messages the errors and warnings
 * @param outputs what was written, by path
 */
record Compilation(List<Message> messages, Map<String, byte[]> outputs) {

  /** An error or a warning. */
  record Message(Diagnostic.Kind kind, String file, long line, String text) {}

  private static final List<String> OPTIONS =
      List.of(
          "-Xlint:all,-missing-explicit-ctor,-processing,-path,-classfile",
          "-Werror",
          "--release",
          "22",
          "-proc:full");

  /** Compiles sources, which are given by path, such as {@code toy/AddOp.java}. */
  static Compilation of(Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    Map<String, byte[]> outputs = new TreeMap<>();
    try (StandardJavaFileManager standard =
        compiler.getStandardFileManager(collector, Locale.ROOT, UTF_8)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              new Outputs(standard, outputs),
              collector,
              OPTIONS,
              null,
              sources.entrySet().stream()
                  .map(source -> new Source(source.getKey(), source.getValue()))
                  .toList());
      task.setProcessors(List.of(new AzulejoProcessor()));
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Compilation(messages(collector), outputs);
  }

  /** The text of something that was written. */
  String text(String path) {
    byte[] bytes = outputs.get(path);
    if (bytes == null) {
      throw new AssertionError(path + " was not written; these were: " + outputs.keySet());
    }
    return new String(bytes, UTF_8);
  }

  /** The classes that were compiled. */
  ClassLoader classes() {
    return new ClassLoader(Compilation.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = outputs.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  private static List<Message> messages(DiagnosticCollector<JavaFileObject> collector) {
    List<Message> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : collector.getDiagnostics()) {
      JavaFileObject source = each.getSource();
      messages.add(
          new Message(
              each.getKind(),
              source == null ? "" : source.getName(),
              each.getLineNumber(),
              each.getMessage(Locale.ROOT)));
    }
    return messages;
  }

  private static List<Path> classPath() {
    return Stream.of(Operation.class, OpDef.class, NullMarked.class, RichIterable.class)
        .map(Compilation::pathOf)
        .toList();
  }

  private static Path pathOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:/" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, byte[]> outputs;

    Outputs(JavaFileManager standard, Map<String, byte[]> outputs) {
      super(standard);
      this.outputs = outputs;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new Output(className.replace('.', '/') + kind.extension, kind, outputs);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, FileObject sibling) {
      return new Output(relativeName, JavaFileObject.Kind.OTHER, outputs);
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relativeName)
        throws IOException {
      throw new NoSuchFileException(relativeName);
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String path;
    private final Map<String, byte[]> outputs;

    Output(String path, Kind kind, Map<String, byte[]> outputs) {
      super(URI.create("memory:/" + path), kind);
      this.path = path;
      this.outputs = outputs;
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          outputs.put(path, toByteArray());
        }
      };
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      byte[] bytes = outputs.get(path);
      return bytes == null ? "" : new String(bytes, UTF_8);
    }
  }
}
