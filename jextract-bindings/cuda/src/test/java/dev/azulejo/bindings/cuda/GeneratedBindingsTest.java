// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.azulejo.bindings.generator.BindingsGenerator;
import dev.azulejo.bindings.generator.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed bindings are what the generator writes; {@code -Dbless=true} writes them again. */
class GeneratedBindingsTest {
  private static final Path FOLDER = Path.of("src/main/java/dev/azulejo/bindings/cuda");

  @Test
  void areWhatTheGeneratorWrites() throws IOException {
    Path header =
        header().orElseGet(() -> abort("no cuda.h found: set CUDA_HOME, or install a toolkit"));
    BindingsGenerator generator =
        BindingsGenerator.find()
            .orElseGet(() -> abort("no libclang found: set -Dlibclang=, or install libclang1-15"));
    Selection selection = Selection.parse(Files.readString(Path.of("cuda.bindings")));
    SortedMap<String, String> written = generator.generate(selection, header, List.of());
    if (Boolean.getBoolean("bless")) {
      for (Path old : committed().values()) {
        Files.delete(old);
      }
      for (Map.Entry<String, String> file : written.entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
    Map<String, Path> committed = committed();
    assertThat(committed.keySet()).isEqualTo(written.keySet());
    for (Map.Entry<String, String> file : written.entrySet()) {
      assertThat(committed.get(file.getKey())).hasContent(file.getValue());
    }
  }

  private static SortedMap<String, Path> committed() throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(FOLDER)) {
      all.filter(path -> path.getFileName().toString().startsWith("C"))
          .forEach(path -> files.put(path.getFileName().toString(), path));
    }
    return files;
  }

  private static Optional<Path> header() {
    return Stream.of(System.getenv("CUDA_HOME"), "/usr/local/cuda")
        .filter(folder -> folder != null)
        .map(folder -> Path.of(folder, "include", "cuda.h"))
        .filter(Files::exists)
        .findFirst();
  }
}
