// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.Locale;
import java.util.Optional;

/** How a reduction combines two elements. */
public enum ReduceKind {
  /** Their sum. */
  SUM,
  /** Their product. */
  PROD,
  /** The larger; NaN wins. */
  MAX,
  /** The smaller; NaN wins. */
  MIN,
  /** The sum of absolute values. */
  ABS_SUM,
  /** The largest absolute value. */
  ABS_MAX,
  /** The bits that both have; integers only. */
  AND,
  /** The bits that one of them has; integers only. */
  OR,
  /** The bits that just one of them has; integers only. */
  XOR;

  /** Does it work on bits, so that only integers have it? */
  public boolean isBitwise() {
    return this == AND || this == OR || this == XOR;
  }

  /** The word in the text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that an attribute spells. */
  public static ReduceKind of(Attribute attribute) {
    return find(attribute)
        .orElseThrow(() -> new CompilerBug("a reduction's kind passed the verifier"));
  }

  static Optional<ReduceKind> find(Attribute attribute) {
    if (attribute instanceof StringAttr string) {
      for (ReduceKind kind : values()) {
        if (kind.word().equals(string.value())) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }
}
