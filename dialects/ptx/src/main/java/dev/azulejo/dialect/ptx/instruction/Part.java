// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import dev.azulejo.ir.Value;
import java.util.List;

/** A part of an instruction behind its mnemonic. Registers are filled in where text is made. */
public sealed interface Part {

  /** The register that a value is in, for the instruction to write. */
  record Destination(Value value) implements Part {}

  /** The register that a value is in, or the value itself where it is a constant. */
  record Source(Value value) implements Part {}

  /** The register that a value is in; constants are put into one first. */
  record Register(Value value) implements Part {}

  /** Parts in braces. */
  record Group(List<Part> parts) implements Part {
    /** Copies the list. */
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /** Two parts with a bar between them: what an instruction gives twice at once. */
  record Both(Part first, Part second) implements Part {}

  /** One register of an array. */
  record Element(Value array, long index) implements Part {}

  /** An address in brackets: a value and a number of bytes. */
  record Address(Value base, long offset) implements Part {}

  /** A box of a tensor in brackets: the address of the tensor's map, and where the box begins. */
  record Tensor(Value map, List<Value> coordinates) implements Part {
    /** Copies the list. */
    public Tensor {
      coordinates = List.copyOf(coordinates);
    }
  }

  /** The name of a parameter or of memory, and a number of bytes. */
  record Symbol(Value named, long offset, boolean bracketed) implements Part {}

  /** Text as it is. */
  record Literal(String text) implements Part {}
}
