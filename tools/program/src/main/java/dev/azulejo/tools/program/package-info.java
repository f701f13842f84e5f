// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What every tool that works on programs does alike: reading them, naming their target, writing
 * files. Start from {@link dev.azulejo.tools.program.InputText}; nothing of one tool alone may be
 * here.
 */
@NullMarked
package dev.azulejo.tools.program;

import org.jspecify.annotations.NullMarked;
