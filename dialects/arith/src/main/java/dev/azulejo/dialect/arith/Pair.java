// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.FoldResult.Folded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What folding an operation with two results finds. */
final class Pair {
  private Pair() {}

  static FoldResult of(Value first, Value second) {
    return of(new Folded.Existing(first), new Folded.Existing(second));
  }

  static FoldResult of(Value first, TypedAttr second) {
    return of(new Folded.Existing(first), new Folded.Constant(second));
  }

  /** Two constants; where one is not known, nothing is. */
  static FoldResult of(@Nullable TypedAttr first, @Nullable TypedAttr second) {
    return first == null || second == null
        ? FoldResult.unchanged()
        : of(new Folded.Constant(first), new Folded.Constant(second));
  }

  private static FoldResult of(Folded first, Folded second) {
    return new FoldResult.Replaced(List.of(first, second));
  }
}
