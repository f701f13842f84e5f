// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Where buffers lie in shared memory. Start from {@link dev.azulejo.pass.memory.arena.Packing} and
 * {@link dev.azulejo.pass.memory.arena.Lifetimes}; passes may not be here.
 */
@NullMarked
package dev.azulejo.pass.memory.arena;

import org.jspecify.annotations.NullMarked;
