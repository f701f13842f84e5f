// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The two paths to shared memory, and fences between them. Start from {@link
 * dev.azulejo.pass.memory.proxy.ProxyFences}; which threads wait for which is not decided here.
 */
@NullMarked
package dev.azulejo.pass.memory.proxy;

import org.jspecify.annotations.NullMarked;
