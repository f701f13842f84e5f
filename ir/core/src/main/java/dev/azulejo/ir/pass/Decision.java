// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Location;
import java.util.Locale;

/**
 * Something that a pass chose where there was a choice. Unlike a remark it is told in any case, and
 * only to who asks for it: {@link DecisionReport}.
 *
 * @param location where that stands which was decided about
 * @param subject what it is in one word: {@code copy}, {@code gemm}, {@code loop}
 * @param asked what the program asks for
 * @param chosen what it gets
 * @param reason why that, and why nothing better; empty where nothing is better
 */
public record Decision(
    Location location, String subject, String asked, String chosen, String reason) {

  /** A decision about an operation, for which nothing better is known. */
  public static Decision about(Operation op, String subject, String asked, String chosen) {
    return new Decision(op.location(), subject, asked, chosen, "");
  }

  /** The same with a reason; {@code arguments} go into {@code format} as elsewhere. */
  public Decision because(String format, Object... arguments) {
    String text = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    return new Decision(location, subject, asked, chosen, text);
  }
}
