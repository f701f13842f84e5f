// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Places in a source and what is said about them. Start from {@link dev.azulejo.ir.diag.Diagnostic}
 * and {@link dev.azulejo.ir.diag.Diagnostics}; nothing here knows operations.
 */
@NullMarked
package dev.azulejo.ir.diag;

import org.jspecify.annotations.NullMarked;
