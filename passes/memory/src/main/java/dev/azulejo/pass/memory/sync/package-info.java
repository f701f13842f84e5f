// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What threads do to shared memory, byte by byte, and where they have to wait for each other. Start
 * from {@link dev.azulejo.pass.memory.sync.ThreadSync} and {@link
 * dev.azulejo.pass.memory.sync.Evaluator}; passes may not be here.
 */
@NullMarked
package dev.azulejo.pass.memory.sync;

import org.jspecify.annotations.NullMarked;
