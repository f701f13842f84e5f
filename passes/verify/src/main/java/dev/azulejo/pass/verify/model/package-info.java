// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Agents that wait for each other at barriers, and all orders in which they can go on. Start from
 * {@link dev.azulejo.pass.verify.model.Exploration}; operations of dialects are not known here.
 */
@NullMarked
package dev.azulejo.pass.verify.model;

import org.jspecify.annotations.NullMarked;
