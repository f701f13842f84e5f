// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ring of slots that a count goes through: beside each value that the count is on its way through
 * loops and branches stand the slot, which is its remainder, and the parity of the turns before.
 * Both move on with the count: where the slot begins again, the parity flips.
 */
final class Ring {
  /**
   * Where a count is in the ring.
   *
   * @param slot the remainder, an index
   * @param parity 0 or 1, an index
   */
  record Place(Value slot, Value parity) {}

  private final long size;
  private final boolean isFlipped;
  private final Map<Value, Place> places = new LinkedHashMap<>();

  /**
   * A ring of so many slots.
   *
   * @param isFlipped whether the parity of the first turn is 1
   */
  Ring(long size, boolean isFlipped) {
    this.size = size;
    this.isFlipped = isFlipped;
  }

  /** Has the place of a value been asked for before? */
  boolean has(Value count) {
    return places.containsKey(count);
  }

  /** The place of a value of a count. */
  Place of(Value count) {
    Place there = places.get(count);
    if (there != null) {
      return there;
    }
    Place made =
        switch (count) {
          case BlockArgument argument when argument.index() > 0 -> carried(argument);
          case BlockArgument argument -> iteration(argument.owner(), argument);
          case OpResult result ->
              switch (result.owner()) {
                case ForOp loop -> behind(loop, result.index());
                case IfOp branch -> behind(branch, result.index());
                case AddIOp sum -> next(Inserter.after(sum), of(Count.counted(sum)));
                case SubIOp number -> iteration(Count.loopOf(number).body(), number.result());
                case ConstantOp constant -> number(constant);
                default -> throw new CompilerBug("a count is made by " + result.owner().name());
              };
        };
    places.put(count, made);
    return made;
  }

  private Place number(ConstantOp constant) {
    return at(Inserter.after(constant), Count.number(constant.result()));
  }

  private Place at(Inserter at, long number) {
    long turns = number / size + (isFlipped ? 1 : 0);
    return new Place(index(at, number % size), index(at, turns % 2));
  }

  private Place next(Inserter at, Place before) {
    Value one = index(at, 1);
    Value none = index(at, 0);
    Value up = AddIOp.create(at, before.slot, one).result();
    Value isOver = CmpIOp.create(at, CmpIPredicate.EQ, up, index(at, size)).result();
    Value slot = SelectOp.create(at, isOver, none, up).result();
    Value flips = SelectOp.create(at, isOver, one, none).result();
    return new Place(slot, XOrIOp.create(at, before.parity, flips).result());
  }

  // --- Loops ------------------------------------------------------------------------------------

  private Place carried(BlockArgument argument) {
    Block body = argument.owner();
    int number = argument.index() - 1;
    Place first = of(loop(body).initArgs().get(number));
    Place there = places.get(argument);
    if (there != null) {
      // The loop around it has asked for it on its own way.
      return there;
    }
    int added = loop(body).initArgs().size();
    loop(body).carryMore(List.of(first.slot, first.parity), (_, _, now) -> now);
    Place place = new Place(body.argument(added + 1), body.argument(added + 2));
    places.put(argument, place);
    Place next = of(loop(body).terminator().operand(number));
    // What is yielded may have been made of loops that were replaced since.
    List<Value> yielded = new ArrayList<>(loop(body).terminator().values());
    yielded.set(added, next.slot);
    yielded.set(added + 1, next.parity);
    loop(body).terminator().setOperandGroup(0, yielded);
    return place;
  }

  /** The place of the number of a loop's iteration. */
  private Place iteration(Block body, Value number) {
    ForOp loop = loop(body);
    Inserter ahead = Inserter.before(loop);
    Place first = at(ahead, number instanceof BlockArgument ? Count.number(loop.lowerBound()) : 0);
    int added = loop.initArgs().size();
    loop.carryMore(
        List.of(first.slot, first.parity),
        (end, _, now) -> {
          Place next = next(end, new Place(now.getFirst(), now.getLast()));
          return List.of(next.slot, next.parity);
        });
    return new Place(body.argument(added + 1), body.argument(added + 2));
  }

  private static ForOp loop(Block body) {
    if (body.parentOp() instanceof ForOp loop) {
      return loop;
    }
    throw new CompilerBug("a count is carried by no loop");
  }

  private Place behind(ForOp op, int number) {
    Block body = op.body();
    Place inside = of(body.argument(number + 1));
    ForOp loop = loop(body);
    Place last =
        new Place(loop.result(numberOf(inside.slot)), loop.result(numberOf(inside.parity)));
    places.put(loop.result(number), last);
    return last;
  }

  private static int numberOf(Value carried) {
    return carried instanceof BlockArgument argument ? argument.index() - 1 : -1;
  }

  // --- Branches ---------------------------------------------------------------------------------

  private Place behind(IfOp op, int number) {
    Block then = op.thenBlock();
    Place one = of(op.thenYield().operand(number));
    YieldOp otherwise = op.elseYield();
    if (otherwise == null) {
      throw new CompilerBug("a branch with results has no other side");
    }
    Place other = of(otherwise.operand(number));
    if (!(then.parentOp() instanceof IfOp branch)) {
      throw new CompilerBug("a branch is gone");
    }
    append(branch.thenYield(), one);
    append(otherwise, other);
    List<Type> types = new ArrayList<>(branch.resultTypes());
    types.add(IndexType.INSTANCE);
    types.add(IndexType.INSTANCE);
    IfOp handing =
        IfOp.create(
            Inserter.before(branch),
            branch.condition(),
            types,
            taken(branch.thenRegion()),
            taken(branch.elseRegion()));
    for (NamedAttribute attribute : branch.discardableAttributes()) {
      handing.setAttribute(attribute.name(), attribute.value());
    }
    int count = branch.resultCount();
    for (int i = 0; i < count; i++) {
      branch.result(i).replaceAllUsesWith(handing.result(i));
    }
    branch.erase();
    Place place = new Place(handing.result(count), handing.result(count + 1));
    places.put(handing.result(number), place);
    return place;
  }

  private static void append(YieldOp yield, Place place) {
    List<Value> values = new ArrayList<>(yield.values());
    values.add(place.slot);
    values.add(place.parity);
    yield.setOperandGroup(0, values);
  }

  private static Region taken(Region region) {
    Region taken = new Region();
    taken.takeBlocks(region);
    return taken;
  }

  private static Value index(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.of(IndexType.INSTANCE, number)).result();
  }
}
