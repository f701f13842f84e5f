// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** What goes on behind an agent, and where it is. */
final class AgentState {
  /** The place of an agent that has not begun. */
  static final int IDLE = -1;

  /** The place of an agent that has ended. */
  static final int ENDED = -2;

  private static final int[] NONE = new int[0];
  private static final int[][] NO_GROUPS = new int[0][];

  private int place = IDLE;
  private int[][] products = NO_GROUPS;

  /** Number and footprint of each copy of the open group, and of the closed ones. */
  private int[] open = NONE;

  private int[][] closed = NO_GROUPS;
  private int copies;
  private int[] stores = NONE;
  private int meeting;
  private boolean hasTurn;

  AgentState copy() {
    AgentState copy = new AgentState();
    copy.place = place;
    copy.products = products;
    copy.open = open;
    copy.closed = closed;
    copy.copies = copies;
    copy.stores = stores;
    copy.meeting = meeting;
    copy.hasTurn = hasTurn;
    return copy;
  }

  int place() {
    return place;
  }

  void go(int node) {
    place = node;
  }

  boolean hasProducts() {
    return products.length > 0;
  }

  boolean hasTurn() {
    return hasTurn;
  }

  void turn(boolean takes) {
    hasTurn = takes;
  }

  int meeting() {
    return meeting;
  }

  void comeTo(int meetingNumber) {
    meeting = meetingNumber;
  }

  void beginProduct(int[] footprints) {
    products = append(products, footprints);
  }

  void awaitProducts(int pending) {
    int over = products.length - pending;
    if (over > 0) {
      products = Arrays.copyOfRange(products, over, products.length);
    }
  }

  void beginCopy(int footprint) {
    open = Arrays.copyOf(open, open.length + 2);
    open[open.length - 2] = copies;
    open[open.length - 1] = footprint;
  }

  /** All copies that were begun get one number, so that arrivals can tell them from later ones. */
  int copiesBegun() {
    return ++copies;
  }

  void commitCopies() {
    closed = append(closed, open);
    open = NONE;
    dropEmpty();
  }

  void awaitCopies(int pending) {
    int over = closed.length - pending;
    if (over > 0) {
      closed = Arrays.copyOfRange(closed, over, closed.length);
    }
    dropEmpty();
  }

  /** Copies before a number are over, whatever their group. */
  void endCopiesBefore(int number) {
    open = before(open, number);
    int[][] left = new int[closed.length][];
    for (int i = 0; i < left.length; i++) {
      left[i] = before(closed[i], number);
    }
    closed = left;
    dropEmpty();
  }

  private static int[] before(int[] group, int number) {
    int kept = 0;
    int[] left = new int[group.length];
    for (int i = 0; i < group.length; i += 2) {
      if (group[i] >= number) {
        left[kept++] = group[i];
        left[kept++] = group[i + 1];
      }
    }
    return Arrays.copyOf(left, kept);
  }

  private void dropEmpty() {
    int first = 0;
    while (first < closed.length && closed[first].length == 0) {
      first++;
    }
    if (first > 0) {
      closed = Arrays.copyOfRange(closed, first, closed.length);
    }
  }

  void beginStore(int footprint) {
    stores = Arrays.copyOf(stores, stores.length + 1);
    stores[stores.length - 1] = footprint;
  }

  void endStores(java.util.function.IntPredicate which) {
    stores = Arrays.stream(stores).filter(which.negate()).toArray();
  }

  /** The footprints of all that is under way. */
  void forEachUnderWay(IntConsumer visitor) {
    for (int[] product : products) {
      for (int footprint : product) {
        visitor.accept(footprint);
      }
    }
    copiesOf(open, visitor);
    for (int[] group : closed) {
      copiesOf(group, visitor);
    }
    for (int footprint : stores) {
      visitor.accept(footprint);
    }
  }

  private static void copiesOf(int[] group, IntConsumer visitor) {
    for (int i = 1; i < group.length; i += 2) {
      visitor.accept(group[i]);
    }
  }

  private static int[][] append(int[][] rows, int[] row) {
    int[][] longer = Arrays.copyOf(rows, rows.length + 1);
    longer[rows.length] = row;
    return longer;
  }

  void write(Code code) {
    code.add(place).add(products).add(open).add(closed).add(copies).add(stores);
    code.add(meeting).add(hasTurn ? 1 : 0);
  }
}
