// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.benchmark;

import dev.azulejo.tool.Call;
import dev.azulejo.tools.translate.TileTranslate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A kernel from its text to PTX, all passes included, in a JVM that is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TextToPtx {
  /** The kernel, a file of the examples, and behind the colon what it is compiled for. */
  @Param({
    "gemm:sm_80",
    "gemm_ragged:sm_80",
    "gemm:sm_90a",
    "gemm-hopper:sm_90a",
    "attention:sm_90a"
  })
  public String kernel;

  private String target = "";
  private byte[] text = new byte[0];

  /** Reads the kernel. */
  @Setup
  public void read() throws IOException {
    String[] parts = kernel.split(":", 2);
    text = Files.readAllBytes(Path.of("examples", parts[0] + ".tir"));
    target = parts[1];
  }

  /** Translates it, as the tool does that reads it from its input. */
  @Benchmark
  public byte[] translate() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        new TileTranslate()
            .run(
                new Call(
                    List.of("--to=ptx", "--target=" + target, "-"),
                    Path.of(""),
                    Map.of(),
                    new ByteArrayInputStream(text),
                    new PrintStream(out, false, StandardCharsets.UTF_8),
                    new PrintStream(err, false, StandardCharsets.UTF_8)));
    if (status != 0) {
      throw new IllegalStateException(err.toString(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
