// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Node;
import dev.azulejo.pass.verify.model.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place of an agent's program, with all that it knows there. */
final class Place implements Node {
  private final Walker walker;
  private final int number;
  private final int agent;
  private final Gate gate;
  private final Block block;
  private final @Nullable Operation op;
  private final @Nullable Term[] values;
  private final Known known;
  private @Nullable List<Path> paths;

  Place(Walker walker, int number, Gate gate, Draft draft, Known known) {
    this.walker = walker;
    this.number = number;
    this.agent = draft.agent();
    this.gate = gate;
    this.block = draft.block();
    this.op = draft.next();
    this.values = draft.values().clone();
    this.known = known;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public int agent() {
    return agent;
  }

  @Override
  public Gate gate() {
    return gate;
  }

  @Override
  public List<Path> paths() {
    List<Path> found = paths;
    if (found == null) {
      found = walker.paths(this);
      paths = found;
    }
    return found;
  }

  /** An agent that sets out from here. */
  Draft draft() {
    Operation first = gate instanceof Gate.Open || op == null ? op : op.next();
    return new Draft(agent, block, first, values, known);
  }
}
