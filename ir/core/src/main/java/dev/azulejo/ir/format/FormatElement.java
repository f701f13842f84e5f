// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.format;

import java.util.List;

/**
 * A piece of a custom form. Numbers are places in the schema: groups of operands or results, or
 * indices of attributes, regions and successors.
 */
public sealed interface FormatElement {

  /** All groups, where an element may name one group or all of them. */
  int ALL = -1;

  /**
   * A punctuation mark or keyword; empty text suppresses the space that would follow, a space adds
   * one.
   */
  record Literal(String text) implements FormatElement {}

  /** The operands of a group, or of all groups. */
  record OperandRef(int group) implements FormatElement {}

  /** The types of the operands of a group, or of all groups. */
  record OperandType(int group) implements FormatElement {}

  /** The types of the results of a group, or of all groups. */
  record ResultType(int group) implements FormatElement {}

  /** {@code (operand types) -> result types}. */
  record FunctionalType(int operandGroup, int resultGroup) implements FormatElement {}

  /** An inherent attribute, as its constraint spells it; a unit attribute prints nothing. */
  record AttributeRef(int index) implements FormatElement {}

  /** A region in braces. */
  record RegionRef(int index) implements FormatElement {}

  /** A block to go to. */
  record SuccessorRef(int index) implements FormatElement {}

  /** The dictionary of the attributes that the form does not spell. */
  record AttributeDictionary(boolean withKeyword) implements FormatElement {}

  /**
   * Elements that stand in the text only where {@code anchor} is present, and others that stand
   * there where it isn't. Reading decides by the first element.
   */
  record Optional(List<FormatElement> present, FormatElement anchor, List<FormatElement> otherwise)
      implements FormatElement {
    /** Copies the lists. */
    public Optional {
      present = List.copyOf(present);
      otherwise = List.copyOf(otherwise);
    }
  }
}
