// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The barrier dialect: arrays of barriers whose phases complete when arrivals and bytes have been
 * counted. Start from {@link dev.azulejo.dialect.barrier.AllocOp} and {@link
 * dev.azulejo.dialect.barrier.WaitOp}; which role waits for which belongs to the pipeline dialect.
 */
@NullMarked
package dev.azulejo.dialect.barrier;

import org.jspecify.annotations.NullMarked;
