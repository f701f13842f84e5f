// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.load;

/** How a tile gets to shared memory. */
public enum Way {
  /** By the engine that moves boxes; its bytes complete a phase. */
  TMA("TMA"),
  /** By copies that threads begin and need not wait for; their ends are arrivals. */
  CP_ASYNC("cp.async"),
  /** By loads and stores of threads, who arrive behind them. */
  THREADS("loads and stores");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  /** What reports call it. */
  public String words() {
    return words;
  }
}
