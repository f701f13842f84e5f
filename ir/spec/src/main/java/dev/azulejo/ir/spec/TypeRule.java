// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the type of one operand or result follows from the type of another. The custom form
 * need not write the target's type then, and the verifier checks it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(TypeRules.class)
public @interface TypeRule {
  /** The operand or result whose type follows. */
  String target();

  /** The operand or result that it follows from. */
  String from();

  /** The function, a {@code dev.azulejo.ir.TypeFunction} with a constructor without parameters. */
  Class<?> rule();
}
