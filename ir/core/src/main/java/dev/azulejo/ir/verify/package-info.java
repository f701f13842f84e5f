// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Checks that IR is what its schemas, its traits and the rules of dominance say. Start from {@link
 * dev.azulejo.ir.verify.Verifier}; checks of particular operations live with those.
 */
@NullMarked
package dev.azulejo.ir.verify;

import org.jspecify.annotations.NullMarked;
