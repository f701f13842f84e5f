// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** What tile-translate prints, in this process. */
final class Translation {
  private static final Tool TRANSLATE =
      ServiceLoader.load(Tool.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(tool -> tool.name().equals("tile-translate"))
          .findFirst()
          .orElseThrow();

  private Translation() {}

  /** The PTX of a call that has to go well. */
  static String ptx(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--to=ptx"));
    all.addAll(List.of(arguments));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status;
    try (var toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
        var toErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
      var in = new ByteArrayInputStream(new byte[0]);
      status = TRANSLATE.run(new Call(all, SourceTree.ROOT, Map.of(), in, toOut, toErr));
    }
    assertThat(status).as("%s", err).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
