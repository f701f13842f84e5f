// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The annotation processor. Start from {@link dev.azulejo.ir.processor.AzulejoProcessor}; nothing
 * here is used at run time, and classes of the framework are known by name only.
 */
@NullMarked
package dev.azulejo.ir.processor;

import org.jspecify.annotations.NullMarked;
