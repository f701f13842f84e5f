// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

/** Where memory lies that threads see. */
public enum AddressSpace {
  /** Memory that all threads of all blocks see. */
  GLOBAL,
  /** Memory that the threads of a block see. */
  WORKGROUP,
  /** Memory that one thread sees. */
  PRIVATE
}
