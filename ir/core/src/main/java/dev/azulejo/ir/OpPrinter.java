// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import java.util.List;
import java.util.Set;

/** Prints the custom form of an operation, from behind its name. */
public interface OpPrinter extends AsmPrinter {
  /** Appends {@code %name}. */
  OpPrinter operand(Value value);

  /** Appends operands with commas between them. */
  default OpPrinter operands(List<? extends Value> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text(", ");
      }
      operand(values.get(i));
    }
    return this;
  }

  /** Appends types with commas between them. */
  default OpPrinter types(List<? extends Type> types) {
    for (int i = 0; i < types.size(); i++) {
      if (i > 0) {
        text(", ");
      }
      type(types.get(i));
    }
    return this;
  }

  /** Appends the types of values with commas between them. */
  default OpPrinter typesOf(List<? extends Value> values) {
    return types(values.stream().map(Value::type).toList());
  }

  /** Appends {@code -> type} or {@code -> (types)}, or nothing for no types. */
  OpPrinter optionalArrowTypes(List<? extends Type> types);

  /**
   * Appends a space and the dictionary of the attributes that are not elided, or nothing where none
   * is left. Inherent attributes that are not elided are in it.
   */
  OpPrinter attributeDictionary(Operation op, Set<String> elided);

  /** As {@link #attributeDictionary}, with the word {@code attributes} in front. */
  OpPrinter attributeDictionaryWithKeyword(Operation op, Set<String> elided);

  /** Appends {@code %name: type}, the argument of a region in an operation's header. */
  default OpPrinter argument(BlockArgument argument) {
    return argument(argument, List.of());
  }

  /** As {@link #argument(BlockArgument)}, with the attributes that the operation keeps for it. */
  OpPrinter argument(BlockArgument argument, List<NamedAttribute> attributes);

  /**
   * Appends a space and a region in braces.
   *
   * @param withArguments print the arguments of the entry block as a label
   * @param withTerminators print the last operation of each block
   */
  OpPrinter region(Region region, boolean withArguments, boolean withTerminators);

  /** Appends an operation that stands in a line with others: what comes behind {@code %r = }. */
  OpPrinter withoutResults(Operation op);

  /** Appends {@code ^block} or {@code ^block(%a : type)}. */
  OpPrinter successor(Block block, List<? extends Value> operands);

  /** Starts a new line at the indentation of the operation. */
  OpPrinter newLine();

  @Override
  OpPrinter text(String text);
}
