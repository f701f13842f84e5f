// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.OpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a number of operands or results can be shared out to the groups of a schema. */
final class GroupCounts {
  private GroupCounts() {}

  /** What is wrong with a count, in the words of the verifier, or null where nothing is. */
  static @Nullable String check(String what, List<OpSchema.Group> groups, int count) {
    int fixed = 0;
    boolean optional = false;
    boolean variadic = false;
    for (OpSchema.Group group : groups) {
      switch (group.arity()) {
        case ONE -> fixed++;
        case OPTIONAL -> optional = true;
        case VARIADIC -> variadic = true;
      }
    }
    if (variadic || optional) {
      int most = variadic ? Integer.MAX_VALUE : fixed + 1;
      return count >= fixed && count <= most
          ? null
          : "expected " + fixed + " or more " + what + "s, but found " + count;
    }
    if (count == fixed) {
      return null;
    }
    return switch (fixed) {
      case 0 -> "requires zero %ss".formatted(what);
      case 1 -> what.equals("operand") ? "requires a single operand" : "requires one result";
      default -> "expected " + fixed + " " + what + "s, but found " + count;
    };
  }

  /** Does a group hold any number of values? */
  static boolean isVariable(OpSchema.Group group) {
    return group.arity() != Arity.ONE;
  }
}
