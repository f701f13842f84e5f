// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Programs that the passes have taken down the ladder. */
final class LoweredProgram {
  private static final Tool OPT =
      ServiceLoader.load(Tool.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(tool -> tool.name().equals("tile-opt"))
          .findFirst()
          .orElseThrow();

  private LoweredProgram() {}

  /** A program as the pipeline for NVIDIA's GPUs leaves it. */
  static Operation toRung4(String name, String text) {
    return Programs.parse(name, lower(text, "tile-to-ptx"), ParseOptions.STRICT);
  }

  /** The kernel of a module that has one. */
  static KernelOp kernel(Operation module) {
    for (Operation op : module.region(0).entry()) {
      if (op instanceof KernelOp kernel) {
        return kernel;
      }
    }
    throw new AssertionError("there is no kernel");
  }

  /** The text of a program behind some passes. */
  static String lower(String text, String passes) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status;
    try (var toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
        var toErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
      var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      var args = List.of("--pass=" + passes, "--remarks=hide");
      status = OPT.run(new Call(args, SourceTree.ROOT, Map.of(), in, toOut, toErr));
    }
    assertThat(status).as("%s of%n%s", err, text).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
