// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Facts about IR that several transformations need. Start from {@link
 * dev.azulejo.ir.analysis.Dominance}; nothing here changes an operation.
 */
@NullMarked
package dev.azulejo.ir.analysis;

import org.jspecify.annotations.NullMarked;
