// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Small tools that tests use beside ours. Start from {@link dev.azulejo.lit.builtin.Builtins}. What
 * changes the shell itself, such as {@code cd}, stands in the package of the shell.
 */
@NullMarked
package dev.azulejo.lit.builtin;

import org.jspecify.annotations.NullMarked;
