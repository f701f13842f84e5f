// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.Locale;
import java.util.Optional;

/** How a scan combines what came before with the next element. */
public enum ScanKind {
  /** Their sum. */
  SUM,
  /** Their product. */
  PROD,
  /** The larger; NaN wins. */
  MAX,
  /** The smaller; NaN wins. */
  MIN;

  /** The word in the text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that an attribute spells. */
  public static ScanKind of(Attribute attribute) {
    return find(attribute).orElseThrow(() -> new CompilerBug("a scan's kind passed the verifier"));
  }

  static Optional<ScanKind> find(Attribute attribute) {
    if (attribute instanceof StringAttr string) {
      for (ScanKind kind : values()) {
        if (kind.word().equals(string.value())) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }
}
