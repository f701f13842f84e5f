// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The memory of the simulated machine: buffers of elements, and the asynchronous copies that are
 * under way between them. Start from {@link dev.azulejo.simulator.memory.Buffer}; operations are
 * not known here.
 */
@NullMarked
package dev.azulejo.simulator.memory;

import org.jspecify.annotations.NullMarked;
