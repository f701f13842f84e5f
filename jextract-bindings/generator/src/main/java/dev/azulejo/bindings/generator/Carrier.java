// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

/** What a C scalar becomes in Java. */
enum Carrier {
  VOID("void", ""),
  BYTE("byte", "JAVA_BYTE"),
  SHORT("short", "JAVA_SHORT"),
  INT("int", "JAVA_INT"),
  LONG("long", "JAVA_LONG"),
  FLOAT("float", "JAVA_FLOAT"),
  DOUBLE("double", "JAVA_DOUBLE"),
  ADDRESS("MemorySegment", "ADDRESS");

  private final String java;
  private final String layout;

  Carrier(String java, String layout) {
    this.java = java;
    this.layout = layout;
  }

  /** The Java type. */
  String java() {
    return java;
  }

  /** The constant of {@link java.lang.foreign.ValueLayout}; of {@code void}, an empty text. */
  String layout() {
    return layout;
  }
}
