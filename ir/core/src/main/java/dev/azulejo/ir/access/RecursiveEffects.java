// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

/** An operation whose effects are exactly those of the operations in its regions. */
public non-sealed interface RecursiveEffects extends Effects {}
