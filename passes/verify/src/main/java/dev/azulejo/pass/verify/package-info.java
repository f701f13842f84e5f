// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What is checked without running: that the agents of a kernel neither hang nor race. Start from
 * {@link dev.azulejo.pass.verify.VerifyBarriersPass}; nothing here changes a program.
 */
@NullMarked
package dev.azulejo.pass.verify;

import org.jspecify.annotations.NullMarked;
