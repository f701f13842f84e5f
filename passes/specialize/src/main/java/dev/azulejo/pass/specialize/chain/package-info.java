// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Loops of a role in which one product leads to the next, as in attention: who they are, and how
 * neighbouring iterations meet. Start from {@link dev.azulejo.pass.specialize.chain.ChainLoop} and
 * {@link dev.azulejo.pass.specialize.chain.ChainRotation}; nothing that loads data belongs here.
 */
@NullMarked
package dev.azulejo.pass.specialize.chain;

import org.jspecify.annotations.NullMarked;
