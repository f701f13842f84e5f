// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.arena;

/**
 * A buffer that needs bytes for some time.
 *
 * @param bytes how many it needs
 * @param align what its place must be a multiple of
 * @param first the number of the first statement that needs it
 * @param last the number of the last one
 */
public record Tenant(long bytes, long align, int first, int last) {
  /** Is there a statement that needs both this and the other? */
  public boolean meets(Tenant other) {
    return first <= other.last && other.first <= last;
  }
}
