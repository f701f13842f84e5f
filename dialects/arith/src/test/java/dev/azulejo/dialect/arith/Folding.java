// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folds single operations on constants. */
final class Folding {
  private final ArithDialect dialect = new ArithDialect();
  private final Block block = new Region().appendBlock();

  /** A constant of its own. */
  Value constant(TypedAttr value) {
    return ConstantOp.create(Inserter.atEnd(block, Location.unknown()), value).result();
  }

  /** The results of an operation, or null where it does not fold. */
  @Nullable List<Object> fold(
      String mnemonic, List<Value> operands, List<Type> results, @Nullable TypedAttr predicate) {
    OpSchema schema = Objects.requireNonNull(dialect.operation(mnemonic), mnemonic);
    OperationState state = new OperationState(schema, Location.unknown());
    operands.forEach(state::operand);
    results.forEach(state::result);
    state.attribute("predicate", predicate);
    Operation op = state.create();
    FoldResult folded = ((Foldable) op).fold();
    op.erase();
    if (!(folded instanceof FoldResult.Replaced replaced)) {
      return null;
    }
    List<Object> constants = new ArrayList<>();
    for (FoldResult.Folded each : replaced.results()) {
      constants.add(
          switch (each) {
            case FoldResult.Folded.Constant(var value) -> value;
            case FoldResult.Folded.Existing(var value) ->
                Objects.requireNonNull(Constants.of(value));
          });
    }
    return constants;
  }

  /** The only result of an operation, or null where it does not fold. */
  @Nullable Object fold(String mnemonic, Type result, Value... operands) {
    List<Object> results = fold(mnemonic, List.of(operands), List.of(result), null);
    return results == null ? null : results.getFirst();
  }
}
