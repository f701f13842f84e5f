// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import java.util.List;

/**
 * A piece of a custom form. It mirrors the run-time class {@code FormatElement}: numbers are places
 * in the {@link Signature}, and {@link #ALL} stands for all groups.
 */
public sealed interface FormatPart {
  /** All groups. */
  int ALL = -1;

  /** A punctuation mark or keyword; empty text suppresses the space that would follow. */
  record Literal(String text) implements FormatPart {}

  /** Operands. */
  record OperandRef(int group) implements FormatPart {}

  /** Types of operands. */
  record OperandType(int group) implements FormatPart {}

  /** Types of results. */
  record ResultType(int group) implements FormatPart {}

  /** Operand types, an arrow, result types. */
  record FunctionalType(int operandGroup, int resultGroup) implements FormatPart {}

  /** An attribute. */
  record AttributeRef(int index) implements FormatPart {}

  /** A region. */
  record RegionRef(int index) implements FormatPart {}

  /** A successor. */
  record SuccessorRef(int index) implements FormatPart {}

  /** The dictionary of the other attributes. */
  record AttributeDictionary(boolean withKeyword) implements FormatPart {}

  /** Parts that stand only where the anchor is present, and others that stand there else. */
  record OptionalGroup(List<FormatPart> present, FormatPart anchor, List<FormatPart> otherwise)
      implements FormatPart {
    /** Copies the lists. */
    public OptionalGroup {
      present = List.copyOf(present);
      otherwise = List.copyOf(otherwise);
    }
  }
}
