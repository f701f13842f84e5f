// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Passes, their options, the pipelines they are put into and what watches them run. Start from
 * {@link dev.azulejo.ir.pass.Pass} and {@link dev.azulejo.ir.pass.PassFactory}; names of particular
 * passes may not appear here.
 */
@NullMarked
package dev.azulejo.ir.pass;

import org.jspecify.annotations.NullMarked;
