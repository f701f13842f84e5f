// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import java.util.List;

/** Shares of fragments that nothing is known of: each thread gets vectors of 16 bytes. */
final class Shares {
  /** How many bits a thread moves at once, where it can. */
  static final int VECTOR_BITS = 128;

  private Shares() {}

  /** The demand of a fragment that an operation may choose the layout of, if there is one. */
  static List<Demand> of(Value buffer, Operation by, long threads) {
    long vector = Math.max(1, VECTOR_BITS / Storage.bits(buffer));
    return Partition.of(Storage.shape(buffer), vector, threads)
            instanceof Attempt.Success<Fragment>(Fragment fragment)
        ? List.of(new Demand(buffer, fragment, by, "for nothing else says where it lies"))
        : List.of();
  }
}
