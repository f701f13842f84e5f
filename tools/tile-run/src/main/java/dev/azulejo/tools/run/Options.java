// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.ir.spec.Rung;
import dev.azulejo.simulator.data.Comparison;
import dev.azulejo.tools.execution.Given;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param file the input, {@code -} for standard input
 * @param entry the function to run, or null for the only candidate
 * @param given what is known of the arguments
 * @param outputs files to save to, by the names of arguments and results
 * @param references files to compare with, by the names of arguments and results
 * @param rule how to compare what names no rule of its own, or null
 * @param prints the names of what to print; {@link #ALL} for all that is written
 * @param scheduleSeed the seed of the schedule
 * @param repeat how often to run, each time with the next seed of the schedule
 * @param maxSteps when to give a run up
 * @param passes passes to run first, in the short form, or null
 * @param pipeline passes to run first, in the long form, or null
 * @param rung the rung to go down to first, or -1
 * @param checkSemantics whether to run behind each pass, too
 * @param verifiesBarriers whether what passes schedule is refused where it can hang or race
 * @param target what the program is compiled for, or null for what it says itself
 * @param on where the program runs
 * @param progress whether to show progress
 * @param times how often to measure the time, or 0
 * @param report how the report on what passes chose is written, or null for none
 * @param plugins jars to load
 */
record Options(
    String file,
    @Nullable String entry,
    Given given,
    Map<String, String> outputs,
    Map<String, String> references,
    @Nullable Comparison rule,
    List<String> prints,
    long scheduleSeed,
    int repeat,
    long maxSteps,
    @Nullable String passes,
    @Nullable String pipeline,
    int rung,
    boolean checkSemantics,
    boolean verifiesBarriers,
    @Nullable String target,
    String on,
    Shown progress,
    int times,
    @Nullable String report,
    List<String> plugins) {

  /** What prints all that is written. */
  static final String ALL = "*";

  /** The simulator as a place to run. */
  static final String SIMULATOR = "simulator";

  /** NVIDIA's GPUs as a place to run. */
  static final String CUDA = "cuda";

  /** A report in lines. */
  static final String TEXT = "text";

  /** Does it run on a GPU of NVIDIA? */
  boolean isOnCuda() {
    return on.equals(CUDA);
  }

  /** Does the program go down by the passes that we have for that, and not only by given ones? */
  boolean goesDown() {
    return lowestRung() != Rung.TILE;
  }

  /**
   * The rung that it runs on: the one asked for, else that of the place, unless passes are given.
   */
  Rung lowestRung() {
    boolean isChosen = passes != null || pipeline != null;
    return switch (rung) {
      case 0 -> Rung.TILE;
      case 1 -> Rung.PIPELINE;
      case 2 -> Rung.LAYOUT;
      case 3 -> Rung.THREAD;
      case 4 -> Rung.TARGET;
      default -> isOnCuda() && !isChosen ? Rung.TARGET : Rung.TILE;
    };
  }

  /** When to show progress. */
  enum Shown {
    /** On a terminal. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
  }
}
