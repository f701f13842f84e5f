// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * How a command line is called in another one's process. Start from {@link dev.azulejo.tool.Tool};
 * no particular tool may appear here.
 */
@NullMarked
package dev.azulejo.tool;

import org.jspecify.annotations.NullMarked;
