// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Barriers with phases as words in shared memory. Start from {@link
 * dev.azulejo.pass.memory.barrier.SharedBarriers}; which threads come to a barrier is decided
 * before, by {@code lower-tile-ops}.
 */
@NullMarked
package dev.azulejo.pass.memory.barrier;

import org.jspecify.annotations.NullMarked;
