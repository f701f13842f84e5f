// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the custom form of an operation, from behind its name. */
public interface OpParser extends AsmParser {

  /** A use of a value by name, before its type is known. */
  record Operand(String name, int number, Location location) {}

  /** An argument of a region by name. */
  record Argument(String name, Type type, Location location) {}

  /** Takes {@code %name} or {@code %name#number}. */
  Operand operand();

  /** Takes an operand if one comes next, else null. */
  @Nullable Operand acceptOperand();

  /** Takes operands with commas between them, perhaps none, without brackets. */
  List<Operand> operands();

  /** The value that an operand of that type names. */
  Value resolve(Operand operand, Type type);

  /** The values that operands of those types name; reports counts that differ. */
  List<Value> resolve(List<Operand> operands, List<Type> types, Location location);

  /** Takes types with commas between them, at least one. */
  List<Type> types();

  /** Takes {@code -> type} or {@code -> (types)} if an arrow comes next, else none. */
  List<Type> optionalArrowTypes();

  /** Takes an optional attribute dictionary into the state. */
  void attributeDictionary(OperationState state);

  /** Takes an optional {@code attributes {...}} into the state. */
  void attributeDictionaryWithKeyword(OperationState state);

  /** Takes {@code %name} that is to be bound as an argument of a region. */
  Argument argument(Type type);

  /** Takes {@code %name : type} that is to be bound as an argument of a region. */
  Argument typedArgument();

  /** Takes {@code loc(...)} if it comes next: where the argument is said to come from. */
  void trailingLocation(Argument argument);

  /** Takes a region in braces whose entry block gets these arguments. */
  Region region(List<Argument> arguments);

  /** Takes {@code ^block}. */
  Block successor();

  /** Takes {@code ^block} or {@code ^block(%a, %b : type, type)}. */
  Successor successorWithOperands();

  /** A block and the values handed to it. */
  record Successor(Block block, List<Value> operands) {}

  /**
   * Adds a terminator without operands at the end of each block of a region that has none, as a
   * form that leaves it out asks for.
   *
   * @param name the terminator's full name
   */
  void ensureTerminator(Region region, String name, Location location);

  /** The dialects that are known. */
  Dialects dialects();
}
