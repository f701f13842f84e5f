// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Passes that are wrong, for tests; nothing that ships may know them. */
@NullMarked
package dev.azulejo.tools.run.testing;

import org.jspecify.annotations.NullMarked;
