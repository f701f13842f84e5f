// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Value;
import java.util.List;

/** What folding found. */
public sealed interface FoldResult {

  /** Nothing. */
  record Unchanged() implements FoldResult {}

  /** The operation was simplified in place. */
  record InPlace() implements FoldResult {}

  /** The results, one for each of the operation's. */
  record Replaced(List<Folded> results) implements FoldResult {
    /** Copies the list. */
    public Replaced {
      results = List.copyOf(results);
    }
  }

  /** A result that is known. */
  sealed interface Folded {
    /** It is a value that exists already. */
    record Existing(Value value) implements Folded {}

    /** It is a constant. */
    record Constant(Attribute value) implements Folded {}
  }

  /** Nothing was found. */
  static FoldResult unchanged() {
    return new Unchanged();
  }

  /** The operation was simplified in place. */
  static FoldResult inPlace() {
    return new InPlace();
  }

  /** The only result is this value. */
  static FoldResult value(Value value) {
    return new Replaced(List.of(new Folded.Existing(value)));
  }

  /** The only result is this constant. */
  static FoldResult constant(Attribute value) {
    return new Replaced(List.of(new Folded.Constant(value)));
  }
}
