// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import dev.azulejo.lit.builtin.Builtins;
import dev.azulejo.lit.builtin.ParanoidOpt;
import dev.azulejo.lit.builtin.RoundTrip;
import dev.azulejo.lit.shell.Programs;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.util.ArrayList;
import java.util.ServiceLoader;

/** The tools that tests call without a process of their own. */
public final class LitTools {
  private LitTools() {}

  /** Those found as services, and ours; {@code round-trip} where there is a {@code tile-opt}. */
  public static Programs find() {
    return with(ServiceLoader.load(Tool.class));
  }

  /** These tools and ours; of two that have one name, the first. */
  public static Programs with(Iterable<? extends Tool> found) {
    var tools = new ArrayList<Tool>();
    for (Tool tool : found) {
      tools.add(tool);
      if (tool.name().equals("tile-opt")) {
        tools.add(new RoundTrip(tool));
      }
    }
    tools.addAll(Builtins.all());
    tools.add(new Lit(new Programs(tools)));
    return new Programs(tools);
  }

  /** The same, but the text of each {@code tile-opt} that succeeds goes on a round trip. */
  static Programs paranoid(Programs programs) {
    return programs.with("tile-opt", ParanoidOpt::new);
  }

  /** The runner itself, for the tests of it: those that it runs have the other tools. */
  private record Lit(Programs programs) implements Tool {
    @Override
    public String name() {
      return "lit";
    }

    @Override
    public int run(Call call) {
      try {
        return LitCommand.run(call, programs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 1;
      }
    }
  }
}
