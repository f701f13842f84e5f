// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Value;
import java.util.function.BiConsumer;

/** An operation that suggests names for its results, or for the arguments of its regions. */
public interface NamesResults {
  /** Hands a value and the name it would like, without {@code %}, to {@code namer}. */
  void nameResults(BiConsumer<Value, String> namer);
}
