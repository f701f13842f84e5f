// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a role does in an iteration of a scope, and how many iterations late each line of it is. */
final class Body {
  private final Scope scope;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Entry, Long> delays = new LinkedHashMap<>();
  private long shift;

  Body(Scope scope) {
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  /** The lines, in order. */
  List<Entry> entries() {
    return entries;
  }

  /** How many iterations behind the earliest ones a line is done. */
  long delay(Entry entry) {
    return delays.getOrDefault(entry, 0L);
  }

  void setDelay(Entry entry, long delay) {
    delays.put(entry, delay);
    shift = Math.max(shift, delay);
  }

  /** How many iterations the latest line is behind the earliest. */
  long shift() {
    return shift;
  }

  /** This and all bodies in it. */
  List<Body> all() {
    List<Body> all = new ArrayList<>();
    all.add(this);
    for (Entry entry : entries) {
      if (entry instanceof Entry.Enter enter) {
        all.addAll(enter.body().all());
      }
    }
    return all;
  }

  /** What is performed in this and all bodies in it. */
  List<Entry.Perform> performed() {
    List<Entry.Perform> performed = new ArrayList<>();
    for (Body body : all()) {
      for (Entry entry : body.entries) {
        if (entry instanceof Entry.Perform perform) {
          performed.add(perform);
        }
      }
    }
    return performed;
  }

  /** The steps here, those of inner bodies excluded. */
  List<Entry.Step> steps() {
    List<Entry.Step> steps = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Step step) {
        steps.add(step);
      }
    }
    return steps;
  }

  /** The rings of which a line hands slots over, inner bodies included. */
  static Set<RingPlan> handedOver(Entry entry) {
    Set<RingPlan> rings = new LinkedHashSet<>();
    switch (entry) {
      case Entry.Perform _ -> {}
      case Entry.Step step -> {
        if (!step.step().opens()) {
          rings.add(step.ring());
        }
      }
      case Entry.Enter enter -> enter.body().entries.forEach(e -> rings.addAll(handedOver(e)));
    }
    return rings;
  }

  /** What a line touches, inner bodies included. */
  static List<Touch> touches(Entry entry) {
    List<Touch> touches = new ArrayList<>();
    switch (entry) {
      case Entry.Perform perform -> touches.addAll(perform.statement().touches());
      case Entry.Step _ -> {}
      case Entry.Enter enter -> enter.body().entries.forEach(e -> touches.addAll(touches(e)));
    }
    return touches;
  }
}
