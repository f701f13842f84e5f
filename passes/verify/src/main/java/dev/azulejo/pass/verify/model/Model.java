// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.List;

/**
 * Agents, where they begin, and what they share.
 *
 * @param agents the agents; all have places for their state from the beginning
 * @param starts where the first of them begin
 * @param barriers the barriers
 * @param buffers the buffers
 * @param footprints all pieces of buffers, by their numbers
 * @param named how many barriers with numbers there are
 * @param fenced do fences between paths to memory stand in the program?
 */
public record Model(
    List<Agent> agents,
    List<Path.Fork> starts,
    List<Barrier> barriers,
    List<Buffer> buffers,
    List<Footprint> footprints,
    int named,
    boolean fenced) {}
