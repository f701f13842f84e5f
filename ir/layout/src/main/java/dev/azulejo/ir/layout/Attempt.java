// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import java.util.function.Function;

/**
 * What comes of an operation that not every layout admits: a value, or the reason why there is
 * none, as the end of a sentence that a diagnostic can begin.
 */
public sealed interface Attempt<T> {

  /** The value. */
  record Success<T>(T value) implements Attempt<T> {}

  /** Why there is no value. */
  record Refusal<T>(String reason) implements Attempt<T> {}

  /** A value. */
  static <T> Attempt<T> success(T value) {
    return new Success<>(value);
  }

  /** No value, and why. */
  static <T> Attempt<T> refused(String reason) {
    return new Refusal<>(reason);
  }

  /** Is there a value? */
  default boolean succeeded() {
    return this instanceof Success;
  }

  /**
   * The value, for callers that know there is one.
   *
   * @throws IllegalArgumentException with the reason, if there is none
   */
  default T orThrow() {
    return switch (this) {
      case Success<T>(T value) -> value;
      case Refusal<T>(String reason) -> throw new IllegalArgumentException(reason);
    };
  }

  /** Goes on with the value, if there is one. */
  default <R> Attempt<R> then(Function<? super T, Attempt<R>> next) {
    return switch (this) {
      case Success<T>(T value) -> next.apply(value);
      case Refusal<T>(String reason) -> refused(reason);
    };
  }
}
