// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a pipeline is run.
 *
 * @param verifyEach whether IR is verified after each pass that changed something
 * @param threads how many operations may be worked on at the same time
 * @param observer who watches
 * @param printer prints an operation in generic form where an error is about it; null for no note
 * @param reproducer writes down how to come to a failure again; null for no such thing
 * @param showsTraces whether the stack trace of a pass that breaks down is shown
 */
public record RunOptions(
    boolean verifyEach,
    int threads,
    PassObserver observer,
    @Nullable Function<Operation, String> printer,
    @Nullable Reproducer reproducer,
    boolean showsTraces) {

  /** Verifies, uses all processors, and watches nothing. */
  public static RunOptions defaults() {
    return new RunOptions(
        true,
        Runtime.getRuntime().availableProcessors(),
        PassObserver.NONE,
        null,
        null,
        Boolean.getBoolean("azulejo.debug"));
  }

  /** The same, verifying or not. */
  public RunOptions withVerifyEach(boolean value) {
    return new RunOptions(value, threads, observer, printer, reproducer, showsTraces);
  }

  /** The same, with so many threads. */
  public RunOptions withThreads(int value) {
    return new RunOptions(verifyEach, value, observer, printer, reproducer, showsTraces);
  }

  /** The same, watched by {@code value}. */
  public RunOptions withObserver(PassObserver value) {
    return new RunOptions(verifyEach, threads, value, printer, reproducer, showsTraces);
  }

  /** The same, with notes that show operations. */
  public RunOptions withPrinter(Function<Operation, String> value) {
    return new RunOptions(verifyEach, threads, observer, value, reproducer, showsTraces);
  }

  /** The same, with failures written down. */
  public RunOptions withReproducer(Reproducer value) {
    return new RunOptions(verifyEach, threads, observer, printer, value, showsTraces);
  }
}
