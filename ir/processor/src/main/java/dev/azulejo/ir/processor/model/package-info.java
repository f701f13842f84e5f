// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What was declared, as values. Start from {@link dev.azulejo.ir.processor.model.OpModel}; neither
 * checks nor generated text may be here.
 */
@NullMarked
package dev.azulejo.ir.processor.model;

import org.jspecify.annotations.NullMarked;
