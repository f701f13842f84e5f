// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;

/** Dictionaries in order. */
public final class DictionaryArray implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof ArrayAttr array
        && array.elements().stream().allMatch(DictionaryAttr.class::isInstance);
  }

  @Override
  public String description() {
    return "Array of dictionary attributes";
  }
}
