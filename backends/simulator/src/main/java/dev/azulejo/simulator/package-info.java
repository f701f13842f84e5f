// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Executes programs on a CPU, with what goes wrong on a GPU made to go wrong. Start from {@link
 * dev.azulejo.simulator.Simulator}; files and command lines may not be touched here.
 */
@NullMarked
package dev.azulejo.simulator;

import org.jspecify.annotations.NullMarked;
