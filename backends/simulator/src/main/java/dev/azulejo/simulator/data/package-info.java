// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Data of runs: dense tensors, the generators that fill them, comparison with a reference, and
 * NumPy's file format. Start from {@link dev.azulejo.simulator.data.Tensor}, {@link
 * dev.azulejo.simulator.data.Generator} and {@link dev.azulejo.simulator.data.Comparison}; nothing
 * here knows operations, and files are only byte arrays.
 */
@NullMarked
package dev.azulejo.simulator.data;

import org.jspecify.annotations.NullMarked;
