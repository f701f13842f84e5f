// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The step from what a thread does to instructions of PTX. Start from {@link
 * dev.azulejo.pass.ptx.ConvertToPtxPass}; what an instruction looks like may not be here, nor any
 * choice of layouts or schedules.
 */
@NullMarked
package dev.azulejo.pass.ptx;

import org.jspecify.annotations.NullMarked;
