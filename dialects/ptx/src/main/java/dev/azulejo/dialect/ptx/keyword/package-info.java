// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The words that instructions are modified by. Start from {@link
 * dev.azulejo.dialect.ptx.keyword.Keyword}; operations may not be here.
 */
@NullMarked
package dev.azulejo.dialect.ptx.keyword;

import org.jspecify.annotations.NullMarked;
