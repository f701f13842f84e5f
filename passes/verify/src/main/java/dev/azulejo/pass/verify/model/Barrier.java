// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

/**
 * A barrier with phases.
 *
 * @param name what messages call it
 * @param count how many arrivals complete a phase
 * @param site what makes it
 */
public record Barrier(String name, int count, Site site) {}
