// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.diag.Location;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of types and attributes. A method that does not find what it wants throws what
 * {@link #error} returns; the framework's parser catches it and turns it into a diagnostic, so
 * nothing else catches or declares it.
 */
public interface AsmParser {
  /** The place of the next token. */
  Location location();

  /** The exception that stops the parsing with an error; the caller throws it. */
  RuntimeException error(Location place, String format, Object... arguments);

  /**
   * Takes a punctuation mark or a keyword.
   *
   * @param token such as {@code ","}, {@code "->"} or {@code "to"}
   */
  void expect(String token);

  /** Takes a punctuation mark or a keyword if it comes next. */
  boolean accept(String token);

  /** Is the next token this one? Takes nothing. */
  boolean at(String token);

  /** Takes a bare identifier or keyword, whichever it is. */
  String keyword(String what);

  /** Takes a bare identifier or keyword if one comes next, else null. */
  @Nullable String acceptKeyword();

  /** Takes a string literal. */
  String string();

  /** Takes a string literal if one comes next, else null. */
  @Nullable String acceptString();

  /** Takes an integer with an optional minus, in the range of 64 bits. */
  long integer();

  /** Takes an integer if one, or a minus, comes next, else null. */
  @Nullable Long acceptInteger();

  /** Takes a type. */
  Type type();

  /** Takes an attribute. */
  Attribute attribute();

  /** Takes an attribute whose type is known and not written. */
  Attribute attribute(Type type);

  /** Takes an attribute if one comes next, else null. */
  @Nullable Attribute acceptAttribute();

  /** Takes {@code @name}. */
  String symbolName();

  /** Takes {@code @name} if one comes next, else null. */
  @Nullable String acceptSymbolName();

  /**
   * Takes the dimensions of a shaped type, {@code 4x?x}, with {@link Long#MIN_VALUE} for {@code ?}.
   *
   * @return the dimensions, the trailing {@code x} taken
   */
  long[] dimensions();

  /** Takes an affine map as it stands between the angle brackets of {@code affine_map<...>}. */
  AffineMap affineMap();

  /** Takes {@code open (item (, item)*)? close}, calling {@code item} for each. */
  default void list(String open, String close, Runnable item) {
    expect(open);
    if (accept(close)) {
      return;
    }
    do {
      item.run();
    } while (accept(","));
    expect(close);
  }

  /**
   * Takes {@code <body>} and keeps the body as text, for one in a language of its own. The brackets
   * in it are balanced.
   */
  RawText rawInAngles();

  /** Takes {@code <body>}, a body in angle brackets. */
  default <T> T inAngles(Supplier<T> body) {
    expect("<");
    T result = body.get();
    expect(">");
    return result;
  }
}
