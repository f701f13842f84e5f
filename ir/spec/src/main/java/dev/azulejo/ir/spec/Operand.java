// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operand. The method returns {@code Value} for exactly one, {@code Optional<Value>} for none or
 * one, {@code List<Value>} for any number; the method's Javadoc documents it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Operand {
  /** What its type must be: a {@code dev.azulejo.ir.TypeConstraint}. */
  Class<?> value();
}
