// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

/**
 * What goes on by itself.
 *
 * @param name what messages call it
 * @param block the block of the cluster that it belongs to
 * @param group what moves together with it has the same number
 */
public record Agent(String name, int block, int group) {}
