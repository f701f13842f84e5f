// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a pass. The processor binds the class into its package's Dagger module, and writes the
 * reader and printer of its nested record {@code Options}, if it has one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PassDef {
  /** The command-line name, kebab-case. */
  String name();

  /** The operation that the pass runs on, such as {@code func.func}; empty for any isolated one. */
  String anchor() default "";

  /** One sentence for {@code --list-passes}. */
  String summary();

  /** The highest rung of IR that the pass takes. */
  Rung from() default Rung.TILE;

  /** The lowest rung of IR that the pass takes. */
  Rung downTo() default Rung.TARGET;

  /**
   * Does it decide who waits for whom? Behind the last such pass it is checked that nobody waits
   * for ever.
   */
  boolean schedules() default false;
}
