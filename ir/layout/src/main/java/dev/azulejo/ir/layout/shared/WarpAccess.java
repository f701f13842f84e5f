// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Point;
import dev.azulejo.ir.layout.PointTable;
import java.util.Arrays;

/**
 * The shared memory that the warps of a fragment touch when they load or store it, so many private
 * elements at a time: what a vector access costs.
 */
public final class WarpAccess {
  private final BankModel model;
  private final Fragment fragment;
  private final Layout memory;
  private final int bits;
  private final PointTable table;

  /**
   * The accesses between a fragment and a memory.
   *
   * @param bits how many bits an element has
   * @throws IllegalArgumentException if the two have not the same shape
   * @throws IllegalStateException if the fragment is too large, or not known enough, for a table
   */
  public WarpAccess(BankModel model, Fragment fragment, Layout memory, int bits) {
    if (!memory.inputShape().equals(fragment.inputShape())) {
      throw new IllegalArgumentException(
          "the memory has shape "
              + memory.inputShape()
              + ", the fragment "
              + fragment.inputShape());
    }
    this.model = model;
    this.fragment = fragment;
    this.memory = memory;
    this.bits = bits;
    this.table = fragment.joint().table();
  }

  /**
   * The worst degree of conflict of any access by any warp, if each thread moves so many elements
   * at a time, the first of which have private indices that are multiples of that; 1 if there is no
   * conflict. It is for the caller to know that these elements lie side by side.
   */
  public int conflicts(int elements) {
    int bytes = elements * bits / Byte.SIZE;
    long places = fragment.outputShape().count();
    long threads = fragment.threads().evaluate(new long[0], 0);
    int worst = 0;
    for (long warp = 0; warp < threads; warp += model.lanes()) {
      for (long place = 0; place < places; place += elements) {
        worst = Math.max(worst, model.conflicts(addresses(place, warp, threads), bytes));
      }
    }
    return worst;
  }

  /** The byte that each lane of a warp begins with, where its threads have anything. */
  private long[] addresses(long place, long first, long threads) {
    var addresses = new long[model.lanes()];
    Arrays.fill(addresses, BankModel.INACTIVE);
    for (int lane = 0; lane < addresses.length && first + lane < threads; lane++) {
      int point = table.pointAt(place * threads + first + lane);
      if (point >= 0) {
        addresses[lane] = memory.linear(element(point)) * bits / Byte.SIZE;
      }
    }
    return addresses;
  }

  private long[] element(int point) {
    Point index = fragment.joint().inputShape().point(point);
    return Arrays.copyOf(index.toArray(), index.rank() - 1);
  }
}
