// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes on beside the warps of a cluster, a piece at a time, in an order that a seed chooses.
 */
final class Engine {
  /** Something that comes in pieces. */
  interface Task {
    /** Does the next piece; is it over then? */
    boolean step(ClusterRun cluster);
  }

  private final List<Task> tasks = new ArrayList<>();

  /** Takes on a task. */
  void add(Task task) {
    tasks.add(task);
  }

  /** Has it nothing to do? */
  boolean isIdle() {
    return tasks.isEmpty();
  }

  /** Does a piece of some task. */
  void step(ClusterRun cluster) {
    int chosen = cluster.choose(tasks.size());
    Task task = tasks.get(chosen);
    if (task.step(cluster)) {
      // A task that is over may have begun others.
      tasks.remove(task);
    }
  }

  /** Forgets all tasks. */
  void clear() {
    tasks.clear();
  }
}
