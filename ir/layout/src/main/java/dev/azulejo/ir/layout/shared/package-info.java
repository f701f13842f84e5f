// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Layouts of tiles in shared memory: the swizzles that matrix instructions and tensor copies read,
 * padding, and what they cost in bank conflicts. Start from {@link
 * dev.azulejo.ir.layout.shared.SwizzleMode} and {@link dev.azulejo.ir.layout.shared.BankModel};
 * which operation wants which of them is not decided here.
 */
@NullMarked
package dev.azulejo.ir.layout.shared;

import org.jspecify.annotations.NullMarked;
