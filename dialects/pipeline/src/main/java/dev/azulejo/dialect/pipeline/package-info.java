// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The pipeline dialect: what a schedule owns. Start from {@link
 * dev.azulejo.dialect.pipeline.ForOp}; the passes that make schedules live elsewhere.
 */
@NullMarked
package dev.azulejo.dialect.pipeline;

import org.jspecify.annotations.NullMarked;
