// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Passes over loops of any rung. Start from {@link
 * dev.azulejo.pass.loop.LoopStrengthReductionPass}; memory, tiles and targets are not known here.
 */
@NullMarked
package dev.azulejo.pass.loop;

import org.jspecify.annotations.NullMarked;
