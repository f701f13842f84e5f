// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

/**
 * FileCheck: matches a text against the checks in a test file.
 *
 * <p>Start from {@link dev.azulejo.filecheck.FileCheck}, then {@link
 * dev.azulejo.filecheck.CheckFileParser} and {@link dev.azulejo.filecheck.Checker}. Texts are held
 * as bytes, one character each. Nothing here depends on anything but the JDK.
 */
@NullMarked
package dev.azulejo.filecheck;

import org.jspecify.annotations.NullMarked;
