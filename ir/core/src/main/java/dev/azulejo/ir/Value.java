// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What operations compute with: the result of an operation or the argument of a block. Its uses
 * hang on it in a linked list, so adding, removing and asking for "one use" take constant time. The
 * order of the list is the reverse order of addition and must never influence a result.
 */
public abstract sealed class Value permits OpResult, BlockArgument {
  private Type type;
  private @Nullable Use firstUse;
  private int id = -1;

  Value(Type type) {
    this.type = type;
  }

  /** Its type. */
  public final Type type() {
    return type;
  }

  /** Gives it another type; the caller sees to it that its users agree. */
  public final void setType(Type other) {
    type = other;
  }

  /** The operation that computes it; null for a block argument. */
  public abstract @Nullable Operation definingOp();

  /** The block in which it comes to be, or null where that is detached. */
  public abstract @Nullable Block parentBlock();

  /** Where it comes from. */
  public abstract Location location();

  /** The number that the last {@link Numbering} over its operation gave it, or -1. */
  public final int id() {
    return id;
  }

  final void setId(int number) {
    id = number;
  }

  /** Its latest use, the head of the list, or null. */
  public final @Nullable Use firstUse() {
    return firstUse;
  }

  final void setFirstUse(@Nullable Use use) {
    firstUse = use;
  }

  /** Does nothing use it? */
  public final boolean isUnused() {
    return firstUse == null;
  }

  /** Does exactly one operand use it? */
  public final boolean hasOneUse() {
    return firstUse != null && firstUse.next() == null;
  }

  /** Its uses, latest first. The current use may be redirected while iterating. */
  public final Iterable<Use> uses() {
    return () ->
        new Iterator<>() {
          private @Nullable Use upcoming = firstUse;

          @Override
          public boolean hasNext() {
            return upcoming != null;
          }

          @Override
          public Use next() {
            Use use = upcoming;
            if (use == null) {
              throw new NoSuchElementException();
            }
            upcoming = use.next();
            return use;
          }
        };
  }

  /** Makes every use of this one a use of {@code other}. */
  public final void replaceAllUsesWith(Value other) {
    if (other == this) {
      return;
    }
    while (firstUse != null) {
      firstUse.set(other);
    }
  }
}
