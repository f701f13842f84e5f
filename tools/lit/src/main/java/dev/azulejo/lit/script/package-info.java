// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What a test file says: its lines for the shell, its conditions, its substitutions. Start from
 * {@link dev.azulejo.lit.script.TestScript}, {@link dev.azulejo.lit.script.ScriptReader} and {@link
 * dev.azulejo.lit.script.Substitutions}. Nothing here runs anything.
 */
@NullMarked
package dev.azulejo.lit.script;

import org.jspecify.annotations.NullMarked;
