// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What the agents of a launch do, as far as others can tell. Start from {@link
 * dev.azulejo.pass.verify.program.Walker}; who may go on before whom is decided elsewhere.
 */
@NullMarked
package dev.azulejo.pass.verify.program;

import org.jspecify.annotations.NullMarked;
