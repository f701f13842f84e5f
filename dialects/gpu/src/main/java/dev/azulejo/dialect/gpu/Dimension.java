// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

/** One of the three dimensions of grids, blocks and clusters. */
public enum Dimension {
  /** The first, along which neighbours lie in one subgroup. */
  X,
  /** The second. */
  Y,
  /** The third. */
  Z
}
