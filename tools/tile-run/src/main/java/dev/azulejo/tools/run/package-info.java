// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Runs functions of files on data, and says whether the results are right. Start from {@link
 * dev.azulejo.tools.run.TileRun}; what a program means may not be decided here.
 */
@NullMarked
package dev.azulejo.tools.run;

import org.jspecify.annotations.NullMarked;
