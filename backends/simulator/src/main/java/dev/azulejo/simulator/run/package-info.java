// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What all engines of the simulator share about a run: how it fails and how long it may take. Start
 * from {@link dev.azulejo.simulator.run.SimulationFailure}; operations and memory are not known
 * here.
 */
@NullMarked
package dev.azulejo.simulator.run;

import org.jspecify.annotations.NullMarked;
