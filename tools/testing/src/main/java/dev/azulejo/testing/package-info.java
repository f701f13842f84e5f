// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What tests share: conditions for what a machine may lack. Start from {@link
 * dev.azulejo.testing.RequiresTool}; nothing here knows the code under test.
 */
@NullMarked
package dev.azulejo.testing;

import org.jspecify.annotations.NullMarked;
