// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code round-trip FILE [options]}: what {@code tile-opt} prints of a file must be the same after
 * it has read it again, in custom form, in generic form and from each to the other. Options go to
 * every run of it. Prints the custom form, so that it can be checked further.
 */
public final class RoundTrip implements Tool {
  private static final String GENERIC = "--mlir-print-op-generic";

  private final Tool opt;

  /** Asks this tool, which must understand {@value #GENERIC}. */
  public RoundTrip(Tool opt) {
    this.opt = opt;
  }

  @Override
  public String name() {
    return "round-trip";
  }

  @Override
  public int run(Call call) {
    if (call.args().isEmpty()) {
      call.err().println("round-trip: takes a file");
      return 2;
    }
    return new Trip(call).run();
  }

  /** One call. */
  private final class Trip {
    private final Call call;

    Trip(Call call) {
      this.call = call;
    }

    int run() {
      Optional<String> input;
      try {
        input =
            call.args().getFirst().equals("-")
                ? Optional.of(new String(call.in().readAllBytes(), StandardCharsets.UTF_8))
                : Optional.empty();
      } catch (IOException e) {
        call.err().println("round-trip: " + e);
        return 1;
      }
      Optional<String> custom = print("custom form", call.args(), input, false);
      Optional<String> generic = print("generic form", call.args(), input, true);
      if (custom.isEmpty() || generic.isEmpty()) {
        return 1;
      }
      boolean[] legs = {
        again("custom form to custom form", custom, false, custom),
        again("generic form to custom form", generic, false, custom),
        again("custom form to generic form", custom, true, generic),
        again("generic form to generic form", generic, true, generic)
      };
      call.out().print(custom.get());
      for (boolean good : legs) {
        if (!good) {
          return 1;
        }
      }
      return 0;
    }

    private boolean again(
        String leg, Optional<String> input, boolean toGeneric, Optional<String> expected) {
      var args = new ArrayList<String>(call.args());
      args.set(0, "-");
      Optional<String> printed = print(leg, args, input, toGeneric);
      if (printed.isEmpty() || printed.equals(expected)) {
        return printed.isPresent();
      }
      call.err().println("round-trip: " + leg + ": the text differs");
      LineDiff.unified(expected.orElseThrow(), printed.get(), UnaryOperator.identity())
          .forEach(call.err()::println);
      return false;
    }

    /** What the tool prints, or nothing, and why, where it fails. */
    private Optional<String> print(
        String leg, List<String> args, Optional<String> input, boolean toGeneric) {
      var all = new ArrayList<String>(args);
      if (toGeneric) {
        all.add(GENERIC);
      }
      byte[] bytes = input.orElse("").getBytes(StandardCharsets.UTF_8);
      var out = new ByteArrayOutputStream();
      try (var printer = new PrintStream(out, false, StandardCharsets.UTF_8)) {
        int status =
            opt.run(
                new Call(
                    all,
                    call.directory(),
                    call.environment(),
                    input.isPresent() ? new ByteArrayInputStream(bytes) : call.in(),
                    printer,
                    call.err()));
        if (status != 0) {
          call.err().println("round-trip: " + leg + ": " + opt.name() + " failed with " + status);
          input.ifPresent(call.err()::print);
          return Optional.empty();
        }
      }
      return Optional.of(out.toString(StandardCharsets.UTF_8));
    }
  }
}
