// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.plugin;

import dev.azulejo.ir.pass.NamedPipeline;
import dev.azulejo.ir.pass.PassFactory;
import java.util.List;

/**
 * Brings passes and pipelines along. A jar names its implementation, a class with a public
 * constructor without parameters, in {@code META-INF/services/dev.azulejo.ir.plugin.PassPlugin},
 * and if it is a module also by {@code provides}.
 */
public interface PassPlugin {
  /** The passes. */
  default List<PassFactory> passes() {
    return List.of();
  }

  /** The pipelines; they may use all passes that the tool knows. */
  default List<NamedPipeline> pipelines() {
    return List.of();
  }
}
