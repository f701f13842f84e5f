// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

/** An operation that may do anything: a call, a return, a jump. */
public non-sealed interface UnknownEffects extends Effects {}
