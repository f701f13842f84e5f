// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Agents that go on one at a time, each at its own place of the program, until they wait for each
 * other: the roles of blocks, and what engines do for them. Start from {@link
 * dev.azulejo.simulator.agent.Team}; operations are not known here.
 */
@NullMarked
package dev.azulejo.simulator.agent;

import org.jspecify.annotations.NullMarked;
