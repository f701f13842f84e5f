// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A declared operation.
 *
 * @param type the class that declares it
 * @param name the full name, dialect first
 * @param signature what it is made of
 * @param sameTypes the operands and results that all have one type
 * @param typeRules the types that follow from others
 * @param parents what it may stand in
 * @param formatText the custom form as written; empty for none
 * @param format the custom form, or null where there is none or it has errors
 * @param customAssembly does the class read and print its own custom form?
 * @param traits the simple names of the interfaces that it implements, as written
 * @param example the text of its example, or null
 * @param doc the comment of the class as written
 */
public record OpModel(
    TypeElement type,
    String name,
    Signature signature,
    List<String> sameTypes,
    List<TypeRuleModel> typeRules,
    List<String> parents,
    String formatText,
    @Nullable List<FormatPart> format,
    boolean customAssembly,
    List<String> traits,
    @Nullable String example,
    String doc) {

  /** The class that declares it. */
  public ClassName className() {
    return ClassName.get(type);
  }

  /** The class that is generated. */
  public ClassName implName() {
    return ClassName.get(
        className().packageName(), className().simpleName() + Names.GENERATED_SUFFIX);
  }

  /** The part of the name before the first dot. */
  public String dialect() {
    return name.substring(0, name.indexOf('.'));
  }

  /** The part of the name behind the first dot. */
  public String mnemonic() {
    return name.substring(name.indexOf('.') + 1);
  }
}
