// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an operation: the class that carries it is abstract and sealed, and its one permitted
 * subclass, {@code <Name>Impl}, is generated. The class's Javadoc is the operation's manual.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OpDef {
  /** The full name, dialect first, such as {@code arith.xori}. */
  String name();

  /**
   * The custom form: literals in back quotes (an empty one suppresses a space, one of a space adds
   * it), {@code $operand}, {@code $attribute}, {@code $region}, {@code $successor}, {@code
   * type($x)}, {@code functional-type($ins, $outs)}, {@code attr-dict}, {@code
   * attr-dict-with-keyword}, optional groups {@code (a b^ c)?} or {@code (a b^ c) : (d)?}, where
   * {@code ^} stands behind the element whose presence decides. {@code operands} and {@code
   * results} stand for all of them, as in {@code functional-type(operands, results)}. Empty: the
   * operation has no custom form, unless {@link #customAssembly} is set.
   */
  String format() default "";

  /**
   * The class has {@code static void parse(OpParser, OperationState)} and {@code void
   * print(OpPrinter)}, which read and write what follows the operation's name.
   */
  boolean customAssembly() default false;

  /** Operands and results, by name, that all have one type. */
  String[] sameTypes() default {};

  /** Names of the operations that may be the direct parent; empty allows any. */
  String[] parents() default {};
}
