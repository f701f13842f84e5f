// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

/**
 * POSIX extended regular expressions with leftmost-longest matching and back references.
 *
 * <p>Start from {@link dev.azulejo.filecheck.posix.PosixRegex}. Nothing here knows what a check is.
 */
@NullMarked
package dev.azulejo.filecheck.posix;

import org.jspecify.annotations.NullMarked;
