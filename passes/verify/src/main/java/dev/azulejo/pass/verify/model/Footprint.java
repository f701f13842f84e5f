// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import dev.azulejo.ir.access.Access.Proxy;
import java.util.Arrays;

/**
 * A piece of a buffer that an operation reads or writes. Where its place in a dimension is not
 * known, it takes all of it.
 *
 * @param number the number of this footprint in its {@link Model}
 * @param site what touches it
 * @param buffer the number of the buffer
 * @param from the first index of each dimension; nothing where it is the whole buffer
 * @param to the index behind the last of each dimension
 * @param kind what is done
 * @param proxy the path to memory
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode compare what the arrays hold
public record Footprint(
    int number, Site site, int buffer, long[] from, long[] to, Kind kind, Proxy proxy) {

  /** What is done to a piece of a buffer. */
  public enum Kind {
    /** It is read. */
    READ,
    /** It is written. */
    WRITE,
    /** Something is added, in an order that does not matter. */
    ATOMIC,
    /** A matrix product is added to it. */
    SUM
  }

  /** May both of them happen at one time? */
  public boolean conflictsWith(Footprint other) {
    if (buffer != other.buffer
        || (kind == Kind.READ && other.kind == Kind.READ)
        || (kind == Kind.ATOMIC && other.kind == Kind.ATOMIC)) {
      return false;
    }
    return overlaps(other);
  }

  /** Do both touch an element? */
  public boolean overlaps(Footprint other) {
    if (buffer != other.buffer) {
      return false;
    }
    if (from.length != other.from.length) {
      return true;
    }
    for (int i = 0; i < from.length; i++) {
      if (to[i] <= other.from[i] || other.to[i] <= from[i]) {
        return false;
      }
    }
    return true;
  }

  /** Do both touch the same elements? */
  public boolean isSame(Footprint other) {
    return buffer == other.buffer && Arrays.equals(from, other.from) && Arrays.equals(to, other.to);
  }

  /** Is it only read? */
  public boolean isRead() {
    return kind == Kind.READ;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Footprint footprint
        && number == footprint.number
        && site.equals(footprint.site)
        && kind == footprint.kind
        && proxy == footprint.proxy
        && isSame(footprint);
  }

  @Override
  public int hashCode() {
    return 31 * number + buffer;
  }

  @Override
  public String toString() {
    return kind + " of buffer " + buffer + Arrays.toString(from) + Arrays.toString(to);
  }
}
