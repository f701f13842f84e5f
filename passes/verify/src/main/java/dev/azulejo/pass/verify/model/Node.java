// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.List;

/** A place in an agent's program, where it waits, and what may follow. */
public interface Node {
  /** Its number, which no other place of any agent has. */
  int number();

  /** The agent whose place it is. */
  int agent();

  /** What it waits for there. */
  Gate gate();

  /** The ways to the next place; which of them is taken facts decide that all agents share. */
  List<Path> paths();
}
