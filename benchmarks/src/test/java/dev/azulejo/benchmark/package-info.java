// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What takes how long, measured by JMH. Start from {@link dev.azulejo.benchmark.TextToPtx}; nothing
 * here is a test.
 */
@NullMarked
package dev.azulejo.benchmark;

import org.jspecify.annotations.NullMarked;
