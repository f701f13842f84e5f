// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * The barriers of a group of rings, one of each kind a slot.
 *
 * @param full where the consumers wait until a slot is filled
 * @param empty where the producer waits until a slot is released; null where each is filled once
 * @param releasedBy how many threads of the consumers release a slot, as {@code barrier.arrive}
 *     spells it
 */
record BarrierPair(Value full, @Nullable Value empty, String releasedBy) {}
