// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;

/** An attribute that stands for a value of a type. */
public interface TypedAttr extends Attribute {
  /** The type of the value. */
  Type type();
}
