// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Writes generated classes and resources. Start from {@link
 * dev.azulejo.ir.processor.writing.ImplWriter}; what arrives here has been checked.
 */
@NullMarked
package dev.azulejo.ir.processor.writing;

import org.jspecify.annotations.NullMarked;
