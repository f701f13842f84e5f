// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.ThreadRange;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.jspecify.annotations.Nullable;

/**
 * Reads a layout or a fragment as {@code toString} prints it.
 *
 * <pre>
 * placement ::= `[` expr (`,` expr)* `]` `-&gt;` `(` expr (`,` expr)* `)` distribution?
 * distribution ::= `threads` `(` expr `)` (`replicate` number)? (`range` number `to` number)?
 * </pre>
 *
 * <p>{@code [16, 8] -> (d0 * 8 + d1)} is a layout, {@code [8, 8] -> (d1 mod 2) threads (d0 * 4 + d1
 * floordiv 2)} a fragment. Brackets are balanced and no {@code <} occurs, so the text can stand in
 * an attribute of a dialect that its reader does not know.
 */
public final class PlacementReader {
  private final ExprReader reader;

  private PlacementReader(String text) {
    this.reader = new ExprReader(text);
  }

  /** Reads a whole text; what is wrong with it is said with its place. */
  public static Reading read(String text) {
    return new PlacementReader(text).placement();
  }

  private Reading placement() {
    int start = reader.token().offset();
    Shape shape = shape();
    reader.expect("->");
    List<IndexExpr> forward = list("(", ")");
    if (shape == null || reader.hasFailed()) {
      return failed();
    }
    return switch (Layout.attempt(shape, forward)) {
      case Attempt.Refusal<Layout>(String reason) -> new Reading.Failed(start, reason);
      case Attempt.Success<Layout>(Layout layout) ->
          reader.token().is("threads") ? fragment(start, layout) : ended(layout);
    };
  }

  private Reading fragment(int start, Layout places) {
    reader.expect("threads");
    reader.expect("(");
    IndexExpr thread = reader.expr();
    reader.expect(")");
    long replicas = reader.take("replicate") ? reader.number() : 1;
    ThreadRange range = reader.take("range") ? range() : null;
    if (reader.hasFailed()) {
      return failed();
    }
    return switch (Fragment.attempt(places, thread, replicas, range)) {
      case Attempt.Refusal<Fragment>(String reason) -> new Reading.Failed(start, reason);
      case Attempt.Success<Fragment>(Fragment fragment) -> ended(fragment);
    };
  }

  private @Nullable ThreadRange range() {
    int offset = reader.token().offset();
    long begin = reader.number();
    reader.expect("to");
    long end = reader.number();
    if (end <= begin) {
      reader.fail(offset, "no threads are in " + begin + " to " + end);
      return null;
    }
    return new ThreadRange(begin, end);
  }

  private @Nullable Shape shape() {
    int offset = reader.token().offset();
    List<IndexExpr> extents = list("[", "]");
    if (reader.hasFailed()) {
      return null;
    }
    var bounds = Bounds.of(List.of(), 1);
    for (IndexExpr extent : extents) {
      if (dependsOnIndex(extent)) {
        reader.fail(offset, "an extent may not depend on an index, but is '" + extent + "'");
        return null;
      }
      if (!isPositive(bounds, extent)) {
        reader.fail(offset, "an extent must be at least 1, but is '" + extent + "'");
        return null;
      }
    }
    return new Shape(extents);
  }

  private static boolean dependsOnIndex(IndexExpr extent) {
    return switch (extent) {
      case IndexExpr.Input _, IndexExpr.Replica _ -> true;
      case IndexExpr.Symbol _, IndexExpr.Constant _ -> false;
      case IndexExpr.Binary(_, IndexExpr lhs, IndexExpr rhs) ->
          dependsOnIndex(lhs) || dependsOnIndex(rhs);
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          dependsOnIndex(condition) || dependsOnIndex(nonZero) || dependsOnIndex(zero);
    };
  }

  private static boolean isPositive(Bounds bounds, IndexExpr extent) {
    try {
      return bounds.range(new Simplifier(bounds).simplify(extent)).min() >= 1;
    } catch (ArithmeticException _) {
      // A number of more than 64 bits is no extent either.
      return false;
    }
  }

  private List<IndexExpr> list(String open, String close) {
    MutableList<IndexExpr> exprs = FastList.newList();
    reader.expect(open);
    do {
      exprs.add(reader.expr());
    } while (reader.take(","));
    reader.expect(close);
    return exprs;
  }

  private Reading ended(Placement placement) {
    Token rest = reader.token();
    return rest.kind() == Token.Kind.END
        ? new Reading.Done(placement)
        : new Reading.Failed(rest.offset(), "expected the end, but found " + rest.described());
  }

  private Reading failed() {
    Reading.Failed failure = reader.failure();
    return failure != null ? failure : new Reading.Failed(0, "not a layout");
  }
}
