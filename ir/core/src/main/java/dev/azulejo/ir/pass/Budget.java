// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Location;
import java.util.List;

/**
 * What a kernel takes of something that there is little of, such as shared memory: a table of
 * {@link DecisionReport}.
 *
 * @param owner who takes it: a kernel
 * @param resource what it takes, in words
 * @param used how much of it is known to be taken
 * @param limit how much of it there is
 * @param columns what each share says, by the words that the table's head prints
 * @param shares what it is taken for, in order
 */
public record Budget(
    String owner,
    String resource,
    long used,
    long limit,
    List<String> columns,
    List<Share> shares) {

  /** Copies the lists. */
  public Budget {
    columns = List.copyOf(columns);
    shares = List.copyOf(shares);
  }

  /**
   * What is taken for one thing.
   *
   * @param location where that stands in the program
   * @param numbers a number for each column
   */
  public record Share(Location location, List<Long> numbers) {
    /** Copies the list. */
    public Share {
      numbers = List.copyOf(numbers);
    }

    /** The share of an operation. */
    public static Share of(Operation op, Long... numbers) {
      return new Share(op.location(), List.of(numbers));
    }
  }
}
