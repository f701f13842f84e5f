// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The toolkit's {@code ptxas}: machine code from PTX, about twice as fast as the driver's. */
public final class PtxAssembler {
  private static final String PROGRAM = "ptxas";
  private static final Path TOOLKIT = Path.of("/usr/local/cuda");
  private static final long MINUTES = 10;

  private final Path program;
  private final String version;

  /**
   * An assembler at a place.
   *
   * @throws AssemblyException if it can't be run
   */
  public PtxAssembler(Path program) {
    this.program = program;
    Run run = run(List.of("--version"));
    if (run.status != 0) {
      throw new AssemblyException(program + " --version failed: " + run.output);
    }
    this.version = run.output;
  }

  /**
   * Finds one: what the system property {@code ptxas} or the variable {@code PTXAS} names, in
   * {@code CUDA_HOME/bin}, in {@code /usr/local/cuda/bin}, on {@code PATH}.
   */
  public static Optional<PtxAssembler> find() {
    return find(System.getProperty(PROGRAM), System.getenv());
  }

  static Optional<PtxAssembler> find(@Nullable String named, Map<String, String> environment) {
    List<Path> places = new ArrayList<>();
    if (named != null) {
      places.add(Path.of(named));
    } else if (environment.containsKey("PTXAS")) {
      places.add(Path.of(environment.getOrDefault("PTXAS", "")));
    } else {
      if (environment.containsKey("CUDA_HOME")) {
        places.add(Path.of(environment.getOrDefault("CUDA_HOME", ""), "bin", PROGRAM));
      }
      places.add(TOOLKIT.resolve("bin").resolve(PROGRAM));
      for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
        places.add(Path.of(folder, PROGRAM));
      }
    }
    for (Path place : places) {
      if (Files.isExecutable(place)) {
        return Optional.of(new PtxAssembler(place));
      }
    }
    return Optional.empty();
  }

  /** What it says of its version. */
  public String version() {
    return version;
  }

  /**
   * Machine code, and the log with registers and spills.
   *
   * @param code a cubin
   * @param log the assembler's lines
   */
  public record Assembly(Cubin code, String log) {}

  /**
   * Assembles.
   *
   * @param ptx the text
   * @param architecture {@code sm_90a} say
   * @throws AssemblyException with the log, if it is refused
   */
  public Assembly assemble(String ptx, String architecture) {
    try {
      Path folder = Files.createTempDirectory("azulejo-ptxas");
      Path source = folder.resolve("kernel.ptx");
      Path target = folder.resolve("kernel.cubin");
      try {
        Files.writeString(source, ptx);
        Run run = run(arguments(architecture, source, target));
        if (run.status != 0) {
          throw new AssemblyException(
              "ptxas refuses the code for " + architecture + ":\n" + run.output);
        }
        return new Assembly(new Cubin(Files.readAllBytes(target)), run.output);
      } finally {
        Files.deleteIfExists(source);
        Files.deleteIfExists(target);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> arguments(String architecture, Path source, Path target) {
    return List.of(
        "-arch=" + architecture,
        "-v",
        "--warn-on-spills",
        "--warn-on-local-memory-usage",
        source.toString(),
        "-o",
        target.toString());
  }

  private record Run(int status, String output) {}

  private Run run(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssemblyException(program + " does not end");
      }
      return new Run(process.exitValue(), output);
    } catch (IOException e) {
      throw new AssemblyException(program + " can't be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssemblyException("interrupted while " + program + " ran");
    }
  }
}
