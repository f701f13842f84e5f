// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

/**
 * A buffer.
 *
 * @param name what messages call it
 * @param slots how many slots it is divided into, along its first dimension
 * @param watched can several agents touch it?
 * @param filled must it be written before it is read?
 * @param strict is all that is brought to it read before something else is?
 */
public record Buffer(String name, int slots, boolean watched, boolean filled, boolean strict) {}
