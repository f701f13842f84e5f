// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.layout.expr.IndexExpr;
import org.jspecify.annotations.Nullable;

/**
 * A coordinate of a point.
 *
 * @param own what depends on the thread alone
 * @param rest what is added to it, a value that is known ahead of all points; null for nothing
 */
record Coordinate(IndexExpr own, @Nullable Value rest) {

  static Coordinate of(long number) {
    return new Coordinate(IndexExpr.constant(number), null);
  }

  static Coordinate of(Value value) {
    return new Coordinate(IndexExpr.constant(0), value);
  }

  /** The number that it is in all threads, or null. */
  @Nullable Long number() {
    return rest == null && own instanceof IndexExpr.Constant(long value) ? value : null;
  }

  /** Where a region begins that the point is in. */
  Offset offset() {
    return rest == null ? Offset.of(0) : Offset.of(rest);
  }

  /** The sum; what has to be added up for that is added up at a place ahead of all points. */
  Coordinate plus(Coordinate other, Inserter ahead) {
    if (rest == null || other.rest == null) {
      return new Coordinate(own.plus(other.own), rest == null ? other.rest : rest);
    }
    return new Coordinate(own.plus(other.own), AddIOp.create(ahead, rest, other.rest).result());
  }

  /** The product with a number. */
  Coordinate times(long factor, ThreadMath math, Inserter ahead) {
    Value more = rest == null ? null : MulIOp.create(ahead, rest, math.constant(factor)).result();
    return new Coordinate(own.times(factor), more);
  }
}
