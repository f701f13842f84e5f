// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code tile-opt} that trusts nobody: where it succeeds and has printed IR, that goes on a
 * {@link RoundTrip}, and it fails where that does.
 */
public record ParanoidOpt(Tool opt) implements Tool {
  /** With these what is printed is no program, or not a whole one. */
  private static final List<String> PRINT_OTHER_THINGS =
      List.of("list-", "show-", "dump-", "help", "version", "elide", "verify-diagnostics");

  /** These say how to read, and so hold for what is printed too. */
  private static final List<String> KEPT =
      List.of("--split-input-file", "--allow-unregistered-dialect", "--load-plugin");

  @Override
  public String name() {
    return opt.name();
  }

  @Override
  public int run(Call call) {
    var printed = new ByteArrayOutputStream();
    int status;
    try (var out = new PrintStream(printed, false, StandardCharsets.UTF_8)) {
      status =
          opt.run(
              new Call(
                  call.args(), call.directory(), call.environment(), call.in(), out, call.err()));
    }
    call.out().writeBytes(printed.toByteArray());
    boolean isProgram =
        call.args().stream().noneMatch(arg -> PRINT_OTHER_THINGS.stream().anyMatch(arg::contains));
    if (status != 0 || !isProgram || printed.size() == 0) {
      return status;
    }
    var args = new ArrayList<String>(List.of("-"));
    call.args().stream().filter(arg -> KEPT.stream().anyMatch(arg::startsWith)).forEach(args::add);
    try (var nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      var in = new ByteArrayInputStream(printed.toByteArray());
      return new RoundTrip(opt)
          .run(new Call(args, call.directory(), call.environment(), in, nowhere, call.err()));
    }
  }
}
