// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An inherent attribute. The method returns an attribute class when it is required or has a
 * default, {@code Optional} of one when it is optional, and {@code boolean} when it is a unit
 * attribute.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Attr {
  /** What the value must be: a {@code dev.azulejo.ir.AttributeConstraint}. */
  Class<?> value();

  /** The name in the text, when it is not the method's name. */
  String name() default "";

  /**
   * The text of the default value; empty for none. A default is not printed in custom form, and an
   * attribute with one need not be written.
   */
  String defaultValue() default "";
}
