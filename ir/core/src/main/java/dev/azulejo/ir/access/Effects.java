// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

/** Every declared operation says what it does to memory; one that says nothing can't register. */
public sealed interface Effects permits Pure, Accessing, RecursiveEffects, UnknownEffects {}
