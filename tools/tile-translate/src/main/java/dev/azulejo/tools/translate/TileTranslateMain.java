// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.translate;

import dev.azulejo.tool.ToolMain;

/** The process around {@link TileTranslate}. */
public final class TileTranslateMain {
  private TileTranslateMain() {}

  /** Runs the tool, and exits with its status. */
  public static void main(String[] args) {
    ToolMain.run(new TileTranslate(), args);
  }
}
