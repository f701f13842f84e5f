// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import dev.azulejo.ir.diag.Location;

/**
 * An operation, as messages name it.
 *
 * @param number its number among all of a program
 * @param location where it stands
 * @param op what it is called
 */
public record Site(int number, Location location, String op) {}
