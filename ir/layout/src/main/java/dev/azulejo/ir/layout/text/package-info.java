// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Layouts and fragments from text; {@code toString} prints it. Start from {@link
 * dev.azulejo.ir.layout.text.PlacementReader}; nothing here knows the text of operations.
 */
@NullMarked
package dev.azulejo.ir.layout.text;

import org.jspecify.annotations.NullMarked;
