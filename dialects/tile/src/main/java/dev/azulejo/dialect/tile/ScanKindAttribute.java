// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A string that names a {@link ScanKind}. */
public final class ScanKindAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return ScanKind.find(attribute).isPresent();
  }

  @Override
  public String description() {
    return "one of " + words();
  }

  static String words() {
    return Arrays.stream(ScanKind.values()).map(ScanKind::word).collect(Collectors.joining(", "));
  }
}
