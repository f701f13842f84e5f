// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The lists of what we ship, for Dagger to put together. Start from {@link
 * dev.azulejo.catalog.shipped.Shipped}; logic may not be here.
 */
@NullMarked
package dev.azulejo.catalog.shipped;

import org.jspecify.annotations.NullMarked;
