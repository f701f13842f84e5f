// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

/** Which lane of its subgroup a lane asks. */
public enum ShuffleMode {
  /** The one whose number is its own, exclusive or the offset. */
  XOR,
  /** The one whose number is lower by the offset. */
  UP,
  /** The one whose number is higher by the offset. */
  DOWN,
  /** The one whose number is the offset. */
  IDX
}
