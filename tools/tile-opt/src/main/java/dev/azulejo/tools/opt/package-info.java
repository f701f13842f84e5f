// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The command line that reads IR, runs passes and prints IR. Start from {@link
 * dev.azulejo.tools.opt.TileOpt}; what a pass or a dialect does may not be here.
 */
@NullMarked
package dev.azulejo.tools.opt;

import org.jspecify.annotations.NullMarked;
