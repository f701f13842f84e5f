// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/** A decoded function. */
final class FunctionCode {
  private final int values;
  private final int[] arguments;
  private final Code body;

  /**
   * A function.
   *
   * @param values how many values its frame holds
   * @param arguments the numbers of its arguments
   * @param body what it does
   */
  FunctionCode(int values, int[] arguments, Code body) {
    this.values = values;
    this.arguments = arguments;
    this.body = body;
  }

  /** Calls it from another frame. */
  void call(Frame caller, int[] from, int[] results, Location place) {
    Machine machine = caller.machine();
    machine.enter(place);
    Frame frame = new Frame(values, machine);
    for (int i = 0; i < arguments.length; i++) {
      frame.setScalar(arguments[i], caller.scalar(from[i]));
      frame.setObject(arguments[i], caller.object(from[i]));
    }
    body.run(frame);
    machine.takeResults(caller, results);
    machine.leave();
  }

  /** Calls it from outside with scalars and buffers. */
  void call(Machine machine, long[] scalars, @Nullable Object[] objects) {
    Frame frame = new Frame(values, machine);
    for (int i = 0; i < arguments.length; i++) {
      frame.setScalar(arguments[i], scalars[i]);
      frame.setObject(arguments[i], objects[i]);
    }
    body.run(frame);
  }
}
