// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Roles of warps: which of them load, which compute, and how they wait for each other. Start from
 * {@link dev.azulejo.pass.specialize.InsertPhaseCountersPass}; layouts and what one thread does are
 * not known here.
 */
@NullMarked
package dev.azulejo.pass.specialize;

import org.jspecify.annotations.NullMarked;
