// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.ExecutableElement;

/**
 * A group of operands or results.
 *
 * @param accessor the method that declares it
 * @param constraint what the types must be
 * @param arity how many values it holds
 * @param typeIsFixed does the constraint leave only one type?
 * @param doc the accessor's comment as written
 */
public record GroupModel(
    ExecutableElement accessor,
    ClassName constraint,
    Arity arity,
    boolean typeIsFixed,
    String doc) {
  /** The name in text and messages. */
  public String name() {
    return accessor.getSimpleName().toString();
  }
}
