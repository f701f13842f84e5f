// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The values of one call of a function: scalars as their bits, buffers and barriers as objects,
 * both by the number of the value.
 */
final class Frame {
  private final long[] scalars;
  private final @Nullable Object[] objects;
  private final Machine machine;

  Frame(int values, Machine machine) {
    this(new long[values], new Object[values], machine);
  }

  private Frame(long[] scalars, @Nullable Object[] objects, Machine machine) {
    this.scalars = scalars;
    this.objects = objects;
    this.machine = machine;
  }

  /** The same values for another agent, which changes its own only. */
  Frame copy(Machine other) {
    return new Frame(scalars.clone(), objects.clone(), other);
  }

  Machine machine() {
    return machine;
  }

  long scalar(int value) {
    return scalars[value];
  }

  void setScalar(int value, long bits) {
    scalars[value] = bits;
  }

  void setObject(int value, @Nullable Object object) {
    objects[value] = object;
  }

  @Nullable Object object(int value) {
    return objects[value];
  }

  Buffer buffer(int value) {
    if (objects[value] instanceof Buffer buffer) {
      return buffer;
    }
    throw machine.bug("a value is no buffer");
  }

  /** Copies a value of any kind to another. */
  void move(int from, int to) {
    scalars[to] = scalars[from];
    objects[to] = objects[from];
  }

  /** Counts a step, so that a program that never ends is found out. */
  void step(Location location) {
    machine.step(location);
  }
}
