// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.List;

/** Something that an agent does without waiting for anyone. */
public sealed interface Event {
  /** What does it. */
  Site site();

  /** Reads or writes a piece of a buffer, at once. */
  record Touch(Site site, Footprint footprint) implements Event {}

  /**
   * Asks for a box, whose bytes count on a barrier.
   *
   * @param barrier the barrier
   * @param bytes how many bytes
   * @param target where it goes
   * @param source what it is read from, where that matters
   */
  record BeginBox(Site site, int barrier, long bytes, Footprint target, List<Footprint> source)
      implements Event {
    /** Copies the list. */
    public BeginBox {
      source = List.copyOf(source);
    }
  }

  /** Begins a copy that joins the open group. */
  record BeginCopy(Site site, List<Footprint> footprints) implements Event {
    /** Copies the list. */
    public BeginCopy {
      footprints = List.copyOf(footprints);
    }
  }

  /** Closes the open group of copies. */
  record CommitCopies(Site site) implements Event {}

  /** Waits until at most so many of the latest groups of copies are under way. */
  record AwaitCopies(Site site, int pending) implements Event {}

  /** Begins a matrix product. */
  record BeginProduct(Site site, List<Footprint> footprints) implements Event {
    /** Copies the list. */
    public BeginProduct {
      footprints = List.copyOf(footprints);
    }
  }

  /** Waits until at most so many of the latest products are under way. */
  record AwaitProducts(Site site, int pending) implements Event {}

  /** Lets an engine take a buffer away, behind all that it has taken of it for this agent. */
  record BeginStore(Site site, Footprint filled, Footprint taken) implements Event {}

  /** Arrives at a barrier. */
  record Arrive(Site site, int barrier, int count) implements Event {}

  /** Makes the phase of a barrier wait for more bytes. */
  record Expect(Site site, int barrier, long bytes) implements Event {}

  /** Arrives at a barrier when all copies of the agent up to here are complete. */
  record ArriveBehindCopies(Site site, int barrier, int count) implements Event {}

  /**
   * Brings threads to a barrier that has a number.
   *
   * @param named which
   * @param wanted for how many threads it is to wait
   * @param threads how many come
   */
  record Come(Site site, int named, int wanted, int threads) implements Event {}

  /** Orders what has been written by the ordinary path before what others read by the other one. */
  record Fence(Site site) implements Event {}

  /** Initialises barriers, the first with as many arrivals as the first of {@code counts}. */
  record Initialize(Site site, int first, int size) implements Event {}

  /** Takes the turn of a warpgroup, or passes it on. */
  record Turn(Site site, boolean takes) implements Event {}
}
