// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Which accesses to tensors are surely inside, and guards for the others. Start from {@link
 * dev.azulejo.pass.memory.guard.Guards}; passes may not be here.
 */
@NullMarked
package dev.azulejo.pass.memory.guard;

import org.jspecify.annotations.NullMarked;
