// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import org.jspecify.annotations.Nullable;

/**
 * What stands between {@code [[#} and {@code ]]}.
 *
 * @param format how the number is written
 * @param defined the variable that takes the number, or null
 * @param expression what the number must be, or null for any
 */
record NumericBlock(
    NumberFormat format, @Nullable NumericVariable defined, @Nullable Expression expression) {}
