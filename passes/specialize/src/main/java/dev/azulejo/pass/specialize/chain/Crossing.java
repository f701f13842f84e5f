// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.chain;

import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One iteration of a loop that is written somewhere else: statements are copied one by one, and
 * what they compute with comes along where it is not known yet.
 */
final class Crossing {
  private final Block body;
  private final ValueMapping mapping = new ValueMapping();

  Crossing(ForOp loop) {
    this.body = loop.body();
  }

  /** The values of an iteration that statements need, constants apart, in the order of need. */
  static List<Value> values(List<Operation> statements, ForOp loop) {
    Set<Value> needed = new LinkedHashSet<>();
    for (Operation statement : statements) {
      statement.walk(op -> {
        for (Value operand : op.operands()) {
          if (isOf(operand, loop.body()) && Constants.of(operand) == null) {
            needed.add(operand);
          }
        }
      });
    }
    return List.copyOf(needed);
  }

  /** Does a value belong to a block itself, not to one inside of it? */
  private static boolean isOf(Value value, Block block) {
    Operation op = value.definingOp();
    return op == null ? block.arguments().contains(value) : op.block() == block;
  }

  void put(Value original, Value here) {
    mapping.put(original, here);
  }

  void put(List<? extends Value> originals, List<? extends Value> here) {
    for (int i = 0; i < originals.size(); i++) {
      mapping.put(originals.get(i), here.get(i));
    }
  }

  /** Copies statements, in order. */
  void copy(Inserter at, List<Operation> statements) {
    for (Operation statement : statements) {
      copy(at, statement);
    }
  }

  private Operation copy(Inserter at, Operation statement) {
    statement.walk(op -> op.operands().forEach(operand -> bind(at, operand)));
    return at.withLocation(statement.location()).insert(statement.copy(mapping));
  }

  /** Copies a product, to be begun and not waited for. */
  static void beginGemm(Inserter at, Crossing iteration, GemmOp gemm) {
    if (iteration.copy(at, gemm) instanceof GemmOp copy) {
      copy.makeAsynchronous();
    }
  }

  /** What values of the original are in this iteration. */
  List<Value> valuesOf(Inserter at, List<? extends Value> originals) {
    List<Value> values = new ArrayList<>();
    for (Value original : originals) {
      bind(at, original);
      values.add(mapping.get(original));
    }
    return values;
  }

  /** Copies what computes a value, unless that is known. */
  private void bind(Inserter at, Value value) {
    Operation op = value.definingOp();
    if (op != null && op.block() == body && mapping.get(value) == value && op instanceof Pure) {
      copy(at, op);
    }
  }
}
