// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Passes that make any IR simpler. Start from {@link dev.azulejo.pass.cleanup.CanonicalizePass} and
 * {@link dev.azulejo.pass.cleanup.CsePass}; nothing here may know a dialect.
 */
@NullMarked
package dev.azulejo.pass.cleanup;

import org.jspecify.annotations.NullMarked;
