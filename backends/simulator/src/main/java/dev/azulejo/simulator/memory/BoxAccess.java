// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.memory;

import dev.azulejo.ir.diag.Location;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * An access to a piece of a buffer, or to some of its elements, and what has to be heard of before
 * it is known to be over: a component, up to a time.
 */
public final class BoxAccess {
  private static final int UNDER_WAY = -1;

  private final Kind kind;
  private final String by;
  private final Box box;
  private final boolean write;
  private final @Nullable BitSet elements;
  private Location location;
  private int component;
  private long time;

  /** Who carries an access out, and when. */
  public enum Kind {
    /** The operation itself, at once. */
    DIRECT(""),
    /** The operation itself, at once, by an engine on the asynchronous path. */
    ENGINE(", by the asynchronous path"),
    /** The engine that brings boxes. */
    BOX(", by a box that arrives later"),
    /** The engine that takes boxes away. */
    STORE(", by a store that goes on behind its operation"),
    /** An asynchronous copy of threads. */
    COPY(", by an asynchronous copy"),
    /** A matrix instruction that reads. */
    PRODUCT(", by a product that goes on until a wait for it"),
    /** A matrix instruction that adds to what is there. */
    SUM(", by a product that goes on until a wait for it");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private BoxAccess(
      Kind kind,
      String by,
      Box box,
      boolean write,
      Location location,
      int component,
      long time,
      @Nullable BitSet elements) {
    this.kind = kind;
    this.by = by;
    this.box = box;
    this.write = write;
    this.location = location;
    this.component = component;
    this.time = time;
    this.elements = elements;
  }

  /** An access to a piece that is over at a time of a component. */
  public static BoxAccess of(
      Kind kind, String by, Box box, boolean write, Location location, int component, long time) {
    return new BoxAccess(kind, by, box, write, location, component, time, null);
  }

  /** An access to a piece that nobody can know to be over yet. */
  public static BoxAccess underWay(
      Kind kind, String by, Box box, boolean write, Location location) {
    return new BoxAccess(kind, by, box, write, location, UNDER_WAY, 0, null);
  }

  /** A direct access to elements of a buffer that are named one by one. */
  static BoxAccess ofElements(
      String by, Buffer buffer, boolean write, Location location, int component, long time) {
    return new BoxAccess(
        Kind.DIRECT, by, Box.whole(buffer), write, location, component, time, new BitSet());
  }

  /** It will be over at a time of a component. */
  public void over(int which, long when) {
    component = which;
    time = when;
  }

  /** Does it take the asynchronous path, so that a fence must be behind ordinary writes? */
  boolean needsFence() {
    return kind == Kind.ENGINE || kind == Kind.BOX || kind == Kind.PRODUCT;
  }

  /** Does it write on the ordinary path? */
  boolean isOrdinaryWrite() {
    return write && (kind == Kind.DIRECT || kind == Kind.COPY);
  }

  /** Has a fence put it in front of the asynchronous path, for those that know so much? */
  boolean isFenced(Clock clock) {
    return component != UNDER_WAY && clock.fencedAt(component) >= time;
  }

  Kind kind() {
    return kind;
  }

  /** Where it stands in the program. */
  public Location location() {
    return location;
  }

  int component() {
    return component;
  }

  /** Is it over, as far as somebody knows? */
  public boolean isOver(Clock clock) {
    return component != UNDER_WAY && clock.at(component) >= time;
  }

  /** Does it forbid the other, where nothing orders them? */
  boolean conflictsWith(BoxAccess other) {
    if (!write && !other.write) {
      return false;
    }
    // Products into one accumulator are carried out one after the other.
    return !(kind == Kind.SUM
        && other.kind == Kind.SUM
        && component == other.component
        && box.isSame(other.box));
  }

  /** Do both touch an element? */
  boolean overlaps(BoxAccess other) {
    if (!box.overlaps(other.box)) {
      return false;
    }
    BitSet own = elements;
    if (own == null) {
      return other.elements == null || other.overlaps(this);
    }
    if (!box.buffer().hasShapeOf(other.box.buffer())) {
      return true;
    }
    if (other.elements != null) {
      return own.intersects(other.elements);
    }
    return own.stream().anyMatch(other.box::contains);
  }

  boolean touches(Buffer buffer, int element) {
    if (!box.buffer().hasShapeOf(buffer)) {
      return true;
    }
    return elements != null ? elements.get(element) : box.contains(element);
  }

  /** Is whatever the other forbids forbidden by this one too, for all that know of this one? */
  boolean replaces(BoxAccess other) {
    return write
        && elements == null
        && box.buffer().hasShapeOf(other.box.buffer())
        && box.covers(other.box);
  }

  /** Takes the place of an earlier one of its kind at the same elements, if this is one. */
  boolean repeats(BoxAccess earlier) {
    return component != UNDER_WAY
        && component == earlier.component
        && kind == earlier.kind
        && write == earlier.write
        && elements == null
        && earlier.elements == null
        && box.isSame(earlier.box);
  }

  /** Is it one of elements named one by one, by the same operation at the same time? */
  boolean collects(Buffer buffer, boolean writing, Location place, int which, long when) {
    return elements != null
        && write == writing
        && component == which
        && time == when
        && location.equals(place)
        && box.buffer().hasShapeOf(buffer);
  }

  /** Adds an element to those that are named; was it there? */
  boolean add(int element) {
    BitSet own = elements;
    if (own == null || own.get(element)) {
      return false;
    }
    own.set(element);
    return true;
  }

  /** What it does, for a message. */
  String describe() {
    String does = write ? "writes" : "reads";
    String what = elements != null ? "elements" : box.describe();
    return by + " " + does + " " + what + " of a buffer";
  }

  /** The same where another one is told of first. */
  String describeAsOther() {
    String does = write ? "writes" : "reads";
    String what = elements != null ? "elements of it" : box.describe() + " of it";
    return by + " " + does + " " + what + " here" + kind.words;
  }
}
