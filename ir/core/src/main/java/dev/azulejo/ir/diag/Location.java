// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where something comes from. Every operation and block argument has one. */
public sealed interface Location {

  /** Nothing is known. */
  record Unknown() implements Location {
    /** The one instance that is needed. */
    public static final Unknown INSTANCE = new Unknown();
  }

  /**
   * A range of a file. Lines and columns count from 1, columns in bytes; 0 means that none was
   * given.
   */
  record FileRange(String file, int line, int column, int endLine, int endColumn)
      implements Location {
    /** Is it a single point? */
    public boolean isPoint() {
      return line == endLine && column == endColumn;
    }
  }

  /** A name given by a front end, around the location it stands for. */
  record Name(String name, Location child) implements Location {}

  /** Code inlined from {@code callee} at {@code caller}. */
  record CallSite(Location callee, Location caller) implements Location {}

  /** Several locations that became one, with an optional attribute that says how. */
  record Fused(List<Location> locations, @Nullable Metadata metadata) implements Location {
    /** Copies the list. */
    public Fused {
      locations = List.copyOf(locations);
    }
  }

  /** What a fused location carries; attributes implement it. */
  interface Metadata {}

  /** A location that says nothing. */
  static Location unknown() {
    return Unknown.INSTANCE;
  }

  /** A point of a file. */
  static Location file(String file, int line, int column) {
    return new FileRange(file, line, column, line, column);
  }

  /**
   * Several locations as one: unknown members and duplicates go, nested ones without metadata are
   * flattened, and a single member without metadata stands for itself.
   */
  static Location fused(List<Location> locations, @Nullable Metadata metadata) {
    Set<Location> members = new LinkedHashSet<>();
    for (Location location : locations) {
      if (location instanceof Fused fused && fused.metadata() == null) {
        members.addAll(fused.locations());
      } else if (!(location instanceof Unknown)) {
        members.add(location);
      }
    }
    if (metadata == null) {
      if (members.isEmpty()) {
        return unknown();
      }
      if (members.size() == 1) {
        return members.iterator().next();
      }
    }
    if (members.isEmpty()) {
      members.add(unknown());
    }
    return new Fused(new ArrayList<>(members), metadata);
  }

  /** The place that a diagnostic points at: the first file position inside, or null. */
  default @Nullable FileRange position() {
    return switch (this) {
      case Unknown _ -> null;
      case FileRange range -> range;
      case Name name -> name.child().position();
      case CallSite site -> site.callee().position();
      case Fused fused -> {
        for (Location member : fused.locations()) {
          FileRange range = member.position();
          if (range != null) {
            yield range;
          }
        }
        yield null;
      }
    };
  }

  /** Who called the code at this place, innermost first; empty where it wasn't inlined. */
  default List<Location> callers() {
    List<Location> callers = new ArrayList<>();
    Location each = this;
    while (each instanceof CallSite || each instanceof Name) {
      if (each instanceof CallSite site) {
        callers.addAll(site.callee().callers());
        callers.add(site.caller());
        each = site.caller();
      } else if (each instanceof Name name) {
        each = name.child();
      }
    }
    return callers;
  }
}
