// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

/** Which of several threads, blocks or lanes an iteration belongs to. */
public enum MappingId {
  /** Along the first dimension. */
  X,
  /** Along the second dimension. */
  Y,
  /** Along the third dimension. */
  Z,
  /** Along dimension 0 of a counting in one row. */
  LINEAR_DIM_0,
  /** Along dimension 1 of a counting in one row. */
  LINEAR_DIM_1,
  /** Along dimension 2 of a counting in one row. */
  LINEAR_DIM_2,
  /** Along dimension 3 of a counting in one row. */
  LINEAR_DIM_3,
  /** Along dimension 4 of a counting in one row. */
  LINEAR_DIM_4,
  /** Along dimension 5 of a counting in one row. */
  LINEAR_DIM_5,
  /** Along dimension 6 of a counting in one row. */
  LINEAR_DIM_6,
  /** Along dimension 7 of a counting in one row. */
  LINEAR_DIM_7,
  /** Along dimension 8 of a counting in one row. */
  LINEAR_DIM_8,
  /** Along dimension 9 of a counting in one row. */
  LINEAR_DIM_9
}
