// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What a jar brings along to add dialects, passes and pipelines without rebuilding anything. Start
 * from {@link dev.azulejo.ir.plugin.DialectPlugin} and {@link dev.azulejo.ir.plugin.PassPlugin};
 * what we ship ourselves doesn't come this way.
 */
@NullMarked
package dev.azulejo.ir.plugin;

import org.jspecify.annotations.NullMarked;
