// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Aliased;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.jspecify.annotations.Nullable;

/**
 * The short names of attributes that are worth one: affine maps and sets. A first run of the
 * printer collects them in the order of need; the definitions stand in front of the text.
 */
final class AliasNames {
  private final boolean enabled;
  private final Map<Attribute, String> names = new LinkedHashMap<>();
  private final MutableObjectIntMap<String> counts = ObjectIntMaps.mutable.empty();
  private boolean complete;

  AliasNames(boolean enabled) {
    this.enabled = enabled;
  }

  /** The alias of an attribute, or null for one that prints in full. */
  @Nullable String find(Attribute attribute) {
    String stem = enabled ? stem(attribute) : null;
    if (stem == null) {
      return null;
    }
    if (!complete && !names.containsKey(attribute)) {
      int number = counts.getAndPut(stem, counts.get(stem) + 1, 0);
      names.put(attribute, "#" + stem + (number == 0 ? "" : number));
    }
    return names.get(attribute);
  }

  private static @Nullable String stem(Attribute attribute) {
    return attribute instanceof Aliased aliased ? aliased.aliasStem() : null;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  void complete() {
    complete = true;
  }

  /** The definitions, a line each. */
  String definitions() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Attribute, String> entry : names.entrySet()) {
      AsmPrinter body = new AsmText();
      entry.getKey().print(body);
      text.append(entry.getValue()).append(" = ").append(body).append('\n');
    }
    return text.toString();
  }
}
