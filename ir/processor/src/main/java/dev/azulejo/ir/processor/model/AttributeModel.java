// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * An inherent attribute.
 *
 * @param accessor the method that declares it
 * @param name the name in the text
 * @param constraint what it must be
 * @param presence whether it may be absent
 * @param type the class of the attribute; for a unit attribute, {@code boolean}
 * @param defaultText the text of the default, or null
 * @param doc the accessor's comment as written
 */
public record AttributeModel(
    ExecutableElement accessor,
    String name,
    ClassName constraint,
    Presence presence,
    TypeName type,
    @Nullable String defaultText,
    String doc) {

  /** Whether an attribute may be absent. */
  public enum Presence {
    /** It is always there. */
    REQUIRED,
    /** It is always there, but text may leave it out. */
    DEFAULTED,
    /** It may be absent. */
    OPTIONAL,
    /** It may be absent, and says nothing but that it is there. */
    UNIT
  }
}
