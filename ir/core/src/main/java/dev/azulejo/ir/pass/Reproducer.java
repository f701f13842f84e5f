// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Writes down how to come to a failure again: IR, and in its metadata section the pipeline.
 *
 * @param before the IR as it was before the pipeline ran, as a text; asked for when something
 *     failed
 * @param printer prints the whole IR
 * @param local whether to begin right before the pass that failed; then every pass has the IR
 *     printed before it runs, and only one runs at a time
 * @param bugsOnly whether to keep quiet where a pass just reported an error
 * @param save keeps a text and returns the name it is found under
 */
public record Reproducer(
    Supplier<String> before,
    Function<Operation, String> printer,
    boolean local,
    boolean bugsOnly,
    UnaryOperator<String> save) {

  /** The text of a reproducer. */
  public static String text(String ir, String pipeline, boolean oneThread, boolean verifyEach) {
    return ir
        + (ir.endsWith("\n") ? "" : "\n")
        + """
        {-#
          external_resources: {
            mlir_reproducer: {
              pipeline: %s,
              disable_threading: %s,
              verify_each: %s
            }
          }
        #-}
        """
            .formatted(AsmText.quote(pipeline), oneThread, verifyEach);
  }
}
