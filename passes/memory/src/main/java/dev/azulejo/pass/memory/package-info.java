// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Passes around memory: which blocks share a cache, which copies are asynchronous, where buffers
 * lie in shared memory, what guards accesses, and where threads wait for each other. Start from
 * {@link dev.azulejo.pass.memory.InsertThreadSyncPass} and {@link
 * dev.azulejo.pass.memory.MergeSharedMemoryPass}; how a tile operation is lowered may not be here.
 */
@NullMarked
package dev.azulejo.pass.memory;

import org.jspecify.annotations.NullMarked;
