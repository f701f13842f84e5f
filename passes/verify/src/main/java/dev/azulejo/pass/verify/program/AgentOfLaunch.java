// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

/**
 * An agent of a launch.
 *
 * @param name what messages call it
 * @param block which block of those that run together it belongs to
 * @param role which role it is, or -1 for what a block does before it divides
 * @param threads how many threads do what it does
 */
record AgentOfLaunch(String name, int block, int role, long threads) {}
