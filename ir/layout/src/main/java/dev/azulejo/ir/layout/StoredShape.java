// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;

/** A buffer as its storage sees it: a shape and the width of an element in bits. */
public record StoredShape(Shape shape, int bits) {

  /** How many bits of storage there are. */
  IndexExpr size() {
    return Shape.of(bits).concat(shape).product();
  }
}
