// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.tool.ToolMain;

/** The process around {@link TileOpt}. */
public final class TileOptMain {
  private TileOptMain() {}

  /** Runs the tool, and exits with its status. */
  public static void main(String[] args) {
    ToolMain.run(new TileOpt(), args);
  }
}
