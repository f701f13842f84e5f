// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Value;

/**
 * An address as instructions take it.
 *
 * @param base a value
 * @param bytes how many bytes behind it
 */
record Address(Value base, int bytes) {}
