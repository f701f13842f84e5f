// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Every dialect, pass and pipeline that we ship, and those that plugins bring. Start from {@link
 * dev.azulejo.catalog.Catalog}; what the entries do may not be here.
 */
@NullMarked
package dev.azulejo.catalog;

import org.jspecify.annotations.NullMarked;
