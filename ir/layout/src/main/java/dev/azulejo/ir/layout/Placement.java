// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;

/** Where the elements of a buffer live: a {@link Layout} of memory, or a {@link Fragment}. */
public sealed interface Placement permits Layout, Fragment {

  /** The logical index space. */
  Shape inputShape();

  /** The physical index of an element: one expression a physical dimension. */
  List<IndexExpr> forward();

  /** The physical index space; for a fragment that of one thread's part. */
  Shape outputShape();

  /**
   * The placement of a buffer with more dimensions in front, such as the versions of a buffer:
   * {@code F'(x0..xk-1, x) = (x0..xk-1) ++ F(x)}. Each index of the new dimensions has one whole
   * copy.
   */
  Placement expand(Shape lead);

  /**
   * The placement of the same storage seen in another shape, with elements of another width.
   *
   * @param oldBits how many bits an element has had
   * @param newBits how many bits an element has then
   */
  Attempt<Placement> reshape(Shape shape, int oldBits, int newBits);

  /**
   * Is it the same map? Two ways to write one map are the same, layouts of different shapes are
   * not; where a shape is unknown or large, only what simplifies to the same expressions is.
   */
  boolean isSameAs(Placement other);
}
