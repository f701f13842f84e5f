// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of roles: different words. */
public final class RoleNames implements AttributeConstraint {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  static ArrayAttr of(List<String> names) {
    return ArrayAttr.of(names.stream().map(StringAttr::of).toList());
  }

  static List<String> strings(ArrayAttr names) {
    List<String> strings = new ArrayList<>();
    for (Attribute name : names.elements()) {
      if (name instanceof StringAttr string) {
        strings.add(string.value());
      }
    }
    return strings;
  }

  @Override
  public boolean accepts(Attribute attribute) {
    if (!(attribute instanceof ArrayAttr array)) {
      return false;
    }
    List<String> strings = strings(array);
    return strings.size() == array.elements().size()
        && strings.stream().distinct().count() == strings.size()
        && strings.stream().allMatch(name -> WORD.matcher(name).matches());
  }

  @Override
  public String description() {
    return "different words";
  }
}
