// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A region. The method returns {@code Region} for exactly one, {@code List<Region>} for any number.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Region {
  /** How many blocks it may have. */
  Shape value() default Shape.SINGLE_BLOCK;

  /** How many blocks a region may have. */
  enum Shape {
    /** Any number, none included. */
    ANY,
    /** None or one. */
    AT_MOST_ONE_BLOCK,
    /** Exactly one. */
    SINGLE_BLOCK
  }
}
