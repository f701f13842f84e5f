// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The custom form of an operation as data. Start from {@link dev.azulejo.ir.format.FormatElement};
 * what reads and prints by it lives with the text, and nothing here knows operations.
 */
@NullMarked
package dev.azulejo.ir.format;

import org.jspecify.annotations.NullMarked;
