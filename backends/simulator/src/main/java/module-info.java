// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Executes every rung of the ladder on a CPU. */
module dev.azulejo.simulator {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.simulator.data;
}
