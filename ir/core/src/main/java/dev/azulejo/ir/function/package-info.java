// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What the functions of several dialects have in common. Start from {@link
 * dev.azulejo.ir.function.SignatureText} and {@link dev.azulejo.ir.function.PartAttributes};
 * operations may not be here.
 */
@NullMarked
package dev.azulejo.ir.function;

import org.jspecify.annotations.NullMarked;
