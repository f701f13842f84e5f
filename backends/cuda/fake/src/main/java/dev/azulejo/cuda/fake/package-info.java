// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * A CUDA driver in Java, for tests: device memory is memory of the host, kernels are code that
 * tests hand in. Start from {@link dev.azulejo.cuda.fake.FakeDriver}; what runs without tests may
 * not need it.
 */
@NullMarked
package dev.azulejo.cuda.fake;

import org.jspecify.annotations.NullMarked;
