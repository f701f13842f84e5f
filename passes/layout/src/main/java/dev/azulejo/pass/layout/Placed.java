// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.layout.Placement;

/**
 * The layout of a buffer as far as it is decided.
 *
 * @param placement the layout
 * @param level how firmly
 * @param demand who asked for it; for a view or its buffer, of the other one
 */
record Placed(Placement placement, Level level, Demand demand) {}
