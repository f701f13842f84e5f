// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Operation;

/**
 * What a file held.
 *
 * @param module the module, which the operations of the file stand in if none was written
 * @param resources its metadata
 */
public record ParsedFile(Operation module, Resources resources) {}
