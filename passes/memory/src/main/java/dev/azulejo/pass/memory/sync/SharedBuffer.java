// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

/**
 * The bytes of shared memory that a buffer has. Buffers to which no place has been given are far
 * from each other.
 *
 * @param start its first byte
 * @param end the byte behind its last
 */
record SharedBuffer(long start, long end) {
  boolean meets(SharedBuffer other) {
    return start < other.end && other.start < end;
  }
}
