// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

/** An operation whose regions use no value from outside: passes may work on several at once. */
public interface IsolatedFromAbove {}
