// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What declarations of operations may ask of types and attributes. Start from {@link
 * dev.azulejo.ir.builtin.constraint.AnyType}; the words are those that messages print.
 */
@NullMarked
package dev.azulejo.ir.builtin.constraint;

import org.jspecify.annotations.NullMarked;
