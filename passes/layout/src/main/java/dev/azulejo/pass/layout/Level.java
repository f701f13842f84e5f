// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

/** How firmly something is asked for, from the firmest on. */
enum Level {
  /** By operations that have no choice; nothing changes it any more. */
  STRICT,
  /** By what follows from layouts that are known already; it may still gain replicas. */
  COMMON,
  /** By choice, where nothing follows from anything. */
  FREE
}
