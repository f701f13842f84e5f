// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

/** An operation whose blocks need not end in a terminator. */
public interface NoTerminator {}
