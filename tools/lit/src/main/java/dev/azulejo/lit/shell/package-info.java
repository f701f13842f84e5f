// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * A small shell that calls tools in-process. Start from {@link dev.azulejo.lit.shell.ShellParser},
 * {@link dev.azulejo.lit.shell.Shell} and {@link dev.azulejo.lit.shell.Programs}. Nothing here
 * knows what a test is.
 */
@NullMarked
package dev.azulejo.lit.shell;

import org.jspecify.annotations.NullMarked;
