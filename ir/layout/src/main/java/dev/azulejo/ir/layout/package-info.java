// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Layouts and fragments as values: which physical index, and which thread, an element of a tile
 * has. Start from {@link dev.azulejo.ir.layout.Layout} and {@link dev.azulejo.ir.layout.Fragment};
 * nothing here knows operations, buffers or targets.
 */
@NullMarked
package dev.azulejo.ir.layout;

import org.jspecify.annotations.NullMarked;
