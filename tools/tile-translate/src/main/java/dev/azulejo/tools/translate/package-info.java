// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The tool that translates programs to what GPUs read. Start from {@link
 * dev.azulejo.tools.translate.TileTranslate}; what an instruction looks like may not be here.
 */
@NullMarked
package dev.azulejo.tools.translate;

import org.jspecify.annotations.NullMarked;
