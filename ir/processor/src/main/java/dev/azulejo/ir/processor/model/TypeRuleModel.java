// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * Says that a type follows from another.
 *
 * @param target the operand or result whose type follows
 * @param from the operand or result that it follows from
 * @param rule the class of the function
 */
public record TypeRuleModel(String target, String from, ClassName rule) {}
