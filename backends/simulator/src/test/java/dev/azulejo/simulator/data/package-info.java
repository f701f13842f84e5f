// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Tests of the data of runs; {@link GeneratorTest} holds the check values of the kernel suite. */
@NullMarked
package dev.azulejo.simulator.data;

import org.jspecify.annotations.NullMarked;
