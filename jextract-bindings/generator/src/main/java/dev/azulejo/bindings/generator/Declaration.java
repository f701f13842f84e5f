// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import java.util.List;

/** What a header declares, as far as bindings need it; sizes and offsets are in bytes. */
sealed interface Declaration {

  /** The name as callers of the C library write it. */
  String name();

  /** A function. */
  record Function(String name, Carrier result, List<Parameter> parameters) implements Declaration {}

  /** A parameter of a function. */
  record Parameter(String name, Carrier carrier) {}

  /** An enumeration. */
  record Enumeration(String name, List<Constant> constants) implements Declaration {}

  /** A constant of an enumeration. */
  record Constant(String name, int value) {}

  /** A structure or union. */
  record Structure(String name, boolean isUnion, long size, long alignment, List<Field> fields)
      implements Declaration {}

  /** A field of a structure or union. */
  record Field(String name, long offset, long size, FieldType type) {}

  /** What a field holds. */
  sealed interface FieldType {}

  /** A number or a pointer. */
  record Scalar(Carrier carrier) implements FieldType {}

  /** Elements of one type in a row. */
  record Row(FieldType element, long count) implements FieldType {}

  /** Another structure, by its name. */
  record Nested(String structure) implements FieldType {}
}
