// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Reads declarations and reports what is wrong with them. Start from {@link
 * dev.azulejo.ir.processor.validation.OpReader}; nothing is written here.
 */
@NullMarked
package dev.azulejo.ir.processor.validation;

import org.jspecify.annotations.NullMarked;
