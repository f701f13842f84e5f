// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The textual form: lexer, parser and printer. Start from {@link dev.azulejo.ir.text.Parser} and
 * {@link dev.azulejo.ir.text.Printer}; files and streams may not be touched here.
 */
@NullMarked
package dev.azulejo.ir.text;

import org.jspecify.annotations.NullMarked;
