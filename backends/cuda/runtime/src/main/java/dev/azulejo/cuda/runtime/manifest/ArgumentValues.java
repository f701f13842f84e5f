// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

/** What expressions are evaluated over: the arguments of one call. */
public interface ArgumentValues {

  /** How many elements a buffer has along a dimension, outermost first. */
  long dimension(String argument, int index);

  /** The value of an integer argument. */
  long scalar(String argument);
}
