// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.tool.ToolMain;

/** The process around {@link TileRun}. */
public final class TileRunMain {
  private TileRunMain() {}

  /** Runs the tool, and exits with its status. */
  public static void main(String[] args) {
    ToolMain.run(new TileRun(TerminalCheck.ofStandardError(), Gpu.OF_MACHINE), args);
  }
}
