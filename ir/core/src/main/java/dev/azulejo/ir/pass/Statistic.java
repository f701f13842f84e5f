// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

/**
 * Something that a pass counts.
 *
 * @param name short, kebab-case
 * @param description what one more of it means
 */
public record Statistic(String name, String description) implements Comparable<Statistic> {
  /** Orders by name. */
  @Override
  public int compareTo(Statistic other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : description.compareTo(other.description);
  }
}
