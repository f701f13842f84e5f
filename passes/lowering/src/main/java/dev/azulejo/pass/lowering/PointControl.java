// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Branches and loops within what points do. A condition that differs between points is a branch for
 * each of them; loops of few iterations, whose number is known, are written out.
 */
final class PointControl {
  private static final int FEW = 32;

  private final PointCode code;

  PointControl(PointCode code) {
    this.code = code;
  }

  private ThreadMath math() {
    return code.nest().math();
  }

  /** Has what a region uses computed before the region begins. */
  private void prepare(Operation op) {
    op.walk(part -> {
      for (Value operand : part.operands()) {
        boolean isHere = !code.nest().isOutside(operand) && !isInside(operand, op);
        if (isHere && code.coordinates(operand) == null) {
          code.lanes(operand).elements(code.at(), math());
        }
      }
    });
  }

  private static boolean isInside(Value value, Operation op) {
    Block block = value.parentBlock();
    Operation around = block == null ? null : block.parentOp();
    return around != null && (around == op || around.isInside(op));
  }

  // --- Branches ---------------------------------------------------------------------------------

  void branch(IfOp op) throws LoweringFailure {
    prepare(op);
    Lanes condition = code.lanes(op.condition());
    if (condition.isUniform()) {
      Value holds = condition.elements(code.at(), math()).getFirst();
      List<List<Value>> results = branch(op, holds, code.lanes(), -1);
      for (int i = 0; i < op.resultCount(); i++) {
        code.define(op.result(i), Lanes.of(op.result(i).type(), results.get(i)));
      }
      return;
    }
    List<List<Value>> all = new ArrayList<>();
    for (int i = 0; i < op.resultCount(); i++) {
      all.add(new ArrayList<>());
    }
    for (int point = 0; point < code.lanes(); point++) {
      List<List<Value>> results = branch(op, code.element(op.condition(), point), 1, point);
      for (int i = 0; i < all.size(); i++) {
        all.get(i).addAll(results.get(i));
      }
    }
    for (int i = 0; i < all.size(); i++) {
      code.define(op.result(i), Lanes.of(op.result(i).type(), all.get(i)));
    }
  }

  /** Writes a branch; returns for each result what it is at the points. */
  private List<List<Value>> branch(IfOp op, Value holds, int lanes, int point)
      throws LoweringFailure {
    List<Type> types = new ArrayList<>();
    for (Value result : op.results()) {
      types.addAll(Collections.nCopies(lanes, result.type()));
    }
    Region thenRegion = new Region();
    Region elseRegion = new Region();
    Block then = thenRegion.appendBlock();
    Block otherwise = op.elseBlock() == null ? null : elseRegion.appendBlock();
    IfOp branch = IfOp.create(code.at(), holds, types, thenRegion, elseRegion);
    arm(op.thenBlock(), then, point);
    if (otherwise != null && op.elseBlock() != null) {
      arm(op.elseBlock(), otherwise, point);
    }
    List<List<Value>> results = new ArrayList<>();
    for (int i = 0; i < op.resultCount(); i++) {
      results.add(List.copyOf(branch.results().subList(i * lanes, (i + 1) * lanes)));
    }
    return results;
  }

  private void arm(Block from, Block to, int point) throws LoweringFailure {
    Inserter at = code.at().atEndOf(to);
    PointCode inside = point < 0 ? code.inside(at) : code.inside(at, point);
    inside.write(from);
    YieldOp.create(at, yielded(inside, from));
  }

  private List<Value> yielded(PointCode inside, Block block) {
    List<Value> all = new ArrayList<>();
    Operation end = block.last();
    if (end instanceof YieldOp yield) {
      for (Value value : yield.values()) {
        all.addAll(inside.lanes(value).elements(inside.at(), math()));
      }
    }
    return all;
  }

  // --- Loops ------------------------------------------------------------------------------------

  void loop(ForOp op) throws LoweringFailure {
    prepare(op);
    BigInteger trips = op.tripCount();
    Long first = number(op.lowerBound());
    Long step = number(op.step());
    if (trips != null && first != null && step != null && trips.bitLength() < Integer.SIZE) {
      if (trips.intValue() <= FEW) {
        written(op, first, step, trips.intValue());
        return;
      }
    }
    for (Value bound : List.of(op.lowerBound(), op.upperBound(), op.step())) {
      if (!code.lanes(bound).isUniform()) {
        eachPoint(op);
        return;
      }
    }
    List<List<Value>> results = loop(op, -1);
    for (int i = 0; i < op.resultCount(); i++) {
      code.define(op.result(i), Lanes.of(op.result(i).type(), results.get(i)));
    }
  }

  private static @Nullable Long number(Value value) {
    return Constants.of(value) instanceof IntegerAttr number ? number.longValue() : null;
  }

  /** Writes all iterations one behind the other. */
  private void written(ForOp op, long first, long step, int trips) throws LoweringFailure {
    List<Lanes> carried = new ArrayList<>();
    op.initArgs().forEach(init -> carried.add(code.lanes(init)));
    for (int trip = 0; trip < trips; trip++) {
      PointCode inside = code.inside(code.at());
      Value index = op.inductionVar();
      List<Coordinate> number =
          Collections.nCopies(code.lanes(), Coordinate.of(first + trip * step));
      inside.define(index, number);
      for (int i = 0; i < carried.size(); i++) {
        inside.define(op.carried().get(i), carried.get(i));
      }
      inside.write(op.body());
      for (int i = 0; i < carried.size(); i++) {
        carried.set(i, inside.lanes(op.terminator().values().get(i)));
      }
    }
    for (int i = 0; i < carried.size(); i++) {
      code.define(op.result(i), carried.get(i));
    }
  }

  private void eachPoint(ForOp op) throws LoweringFailure {
    List<List<Value>> all = new ArrayList<>();
    for (int i = 0; i < op.resultCount(); i++) {
      all.add(new ArrayList<>());
    }
    for (int point = 0; point < code.lanes(); point++) {
      List<List<Value>> results = loop(op, point);
      for (int i = 0; i < all.size(); i++) {
        all.get(i).addAll(results.get(i));
      }
    }
    for (int i = 0; i < all.size(); i++) {
      code.define(op.result(i), Lanes.of(op.result(i).type(), all.get(i)));
    }
  }

  /** Writes a loop for all points, or for one; returns for each result what it is at them. */
  private List<List<Value>> loop(ForOp op, int point) throws LoweringFailure {
    int lanes = point < 0 ? code.lanes() : 1;
    List<Value> inits = new ArrayList<>();
    for (Value init : op.initArgs()) {
      List<Value> each = code.lanes(init).elements(code.at(), math());
      inits.addAll(point < 0 ? each : List.of(each.get(point)));
    }
    int at = Math.max(0, point);
    Region region = new Region();
    Block body = region.appendBlock();
    Value index = body.addArgument(op.inductionVar().type(), op.location());
    for (Value init : inits) {
      body.addArgument(init.type(), op.location());
    }
    List<Value> range =
        List.of(
            code.element(op.lowerBound(), at),
            code.element(op.upperBound(), at),
            code.element(op.step(), at));
    ForOp loop = ForOp.create(code.at(), range, inits, region);
    Inserter place = code.at().atEndOf(body);
    PointCode inside = point < 0 ? code.inside(place) : code.inside(place, point);
    inside.define(op.inductionVar(), Lanes.uniform(index, lanes));
    for (int i = 0; i < op.carried().size(); i++) {
      List<Value> each = List.copyOf(loop.carried().subList(i * lanes, (i + 1) * lanes));
      inside.define(op.carried().get(i), Lanes.of(op.carried().get(i).type(), each));
    }
    inside.write(op.body());
    YieldOp.create(place, yielded(inside, op.body()));
    List<List<Value>> results = new ArrayList<>();
    for (int i = 0; i < op.resultCount(); i++) {
      results.add(List.copyOf(loop.results().subList(i * lanes, (i + 1) * lanes)));
    }
    return results;
  }
}
