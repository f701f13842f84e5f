// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Where errors go. */
public final class Problems {
  private final Messager messager;
  private int count;

  /** Reports to javac. */
  public Problems(Messager messager) {
    this.messager = messager;
  }

  /** Reports an error. */
  public void error(Place place, String format, Object... arguments) {
    count++;
    messager.printMessage(
        Diagnostic.Kind.ERROR,
        format.formatted(arguments),
        place.element(),
        place.annotation(),
        place.value());
  }

  /** How many errors there were. */
  public int count() {
    return count;
  }
}
