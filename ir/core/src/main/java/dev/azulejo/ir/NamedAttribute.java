// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

/** An entry of an attribute dictionary. */
public record NamedAttribute(String name, Attribute value) implements Comparable<NamedAttribute> {
  /** Orders by name, bytewise, as dictionaries print. */
  @Override
  public int compareTo(NamedAttribute other) {
    return name.compareTo(other.name);
  }
}
