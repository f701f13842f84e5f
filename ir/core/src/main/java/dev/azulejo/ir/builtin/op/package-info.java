// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The operations of the builtin dialect. Start from {@link dev.azulejo.ir.builtin.op.ModuleOp};
 * types and attributes stand in the package above, which knows nothing of these.
 */
@NullMarked
package dev.azulejo.ir.builtin.op;

import org.jspecify.annotations.NullMarked;
