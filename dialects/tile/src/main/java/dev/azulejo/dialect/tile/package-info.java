// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The tile dialect: what a block of threads does to tiles. Start from {@link
 * dev.azulejo.dialect.tile.LaunchOp} and {@link dev.azulejo.dialect.tile.CopyOp}; how a schedule
 * overlaps them belongs to the pipeline dialect.
 */
@NullMarked
package dev.azulejo.dialect.tile;

import org.jspecify.annotations.NullMarked;
