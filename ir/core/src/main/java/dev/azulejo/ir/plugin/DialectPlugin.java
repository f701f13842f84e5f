// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.plugin;

import dev.azulejo.ir.Dialect;
import java.util.List;

/**
 * Brings dialects along. A jar names its implementation, a class with a public constructor without
 * parameters, in {@code META-INF/services/dev.azulejo.ir.plugin.DialectPlugin}, and if it is a
 * module also by {@code provides}.
 */
public interface DialectPlugin {
  /** The dialects. */
  List<Dialect> dialects();
}
