// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.trait.Terminator;
import dev.azulejo.pass.specialize.load.Load;
import dev.azulejo.pass.specialize.load.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what one role does of a launch: the same loops and conditions with its part in them. */
final class RoleWriter {
  private final RolePlan plan;
  private final @Nullable ProducerSlice slice;
  private final ValueMapping mapping = new ValueMapping();
  private final Map<Block, Turn> turns = new LinkedHashMap<>();

  private RoleWriter(RolePlan plan, @Nullable ProducerSlice slice) {
    this.plan = plan;
    this.slice = slice;
  }

  /** Writes the role that fills the slots. */
  static void writeProducer(RolePlan plan, ProducerSlice slice, Block role) {
    new RoleWriter(plan, slice).writeRole(role);
  }

  /** Writes the role that does all the rest. */
  static void writeConsumer(RolePlan plan, Block role) {
    new RoleWriter(plan, null).writeRole(role);
  }

  private void writeRole(Block role) {
    Block body = plan.launch().body().entry();
    Inserter at = Inserter.atEnd(role, plan.launch().location());
    if (slice != null) {
      plan.lists().forEach(mapping::put);
    }
    writeBlock(body, at);
  }

  private boolean isProducer() {
    return slice != null;
  }

  private void writeBlock(Block source, Inserter at) {
    List<RingGroup> groups = plan.groupsIn(source);
    if (!groups.isEmpty()) {
      Inserter top = at.withLocation(groups.getFirst().rings().getFirst().load().op().location());
      Value ordinal =
          plan.isRepeated(source) ? OrdinalOp.create(top).result() : ConstantOp.index(top, 0);
      turns.put(source, new Turn(top, ordinal, groups, isProducer()));
    }
    for (Operation op : source) {
      if (!(op instanceof Terminator) && !plan.stays(op)) {
        writeStatement(source, op, at.withLocation(op.location()));
      }
    }
    if (!isProducer()) {
      for (RingGroup group : groups) {
        if (group.first() == null) {
          turn(source).await(at, plan.barriers(group), group);
          turn(source).release(at, plan.barriers(group), group);
        }
      }
    }
  }

  private Turn turn(Block source) {
    Turn turn = turns.get(source);
    if (turn == null) {
      throw new CompilerBug("rings turn in a block that was not begun");
    }
    return turn;
  }

  private void writeStatement(Block source, Operation op, Inserter at) {
    RingGroup filled = plan.groupOf(op);
    if (slice != null) {
      if (filled != null) {
        writeLoad(source, op, filled, at);
      } else if (slice.contains(op) || plan.isOfProducer(op)) {
        write(op, at);
      }
      return;
    }
    if (filled != null || plan.isOfProducer(op)) {
      return;
    }
    List<RingGroup> groups = plan.groupsIn(source);
    for (RingGroup group : groups) {
      if (group.first() == op) {
        turn(source).await(at, plan.barriers(group), group);
      }
    }
    write(op, at);
    for (RingGroup group : groups) {
      if (group.last() == op) {
        turn(source).release(at, plan.barriers(group), group);
      }
    }
  }

  private void writeLoad(Block source, Operation load, RingGroup group, Inserter at) {
    BarrierPair barriers = plan.barriers(group);
    if (group.beginsWith(load)) {
      turn(source).beginLoads(at, barriers, group);
    }
    Value slot = turn(source).slot(group);
    rebase(filling(group.ringOf(load).load(), barriers.full(), slot, at));
    if (group.endsWith(load)) {
      turn(source).endLoads(at, barriers, group);
    }
  }

  /** The operation of the producer that fills a slot. */
  private Operation filling(Load load, Value full, Value slot, Inserter at) {
    if (load.op() instanceof Im2colOp images
        && at.insert(images.copy(mapping)) instanceof Im2colOp own) {
      return fillingWithImages(own, load.way(), full, slot);
    }
    BufferRegion from = load.source();
    if (load.way() == Way.THREADS || from == null) {
      Operation same = at.insert(load.op().copy(mapping));
      if (same instanceof CopyOp) {
        same.setAttribute("prefer", StringAttr.of(CopyOp.SYNC));
      }
      return same;
    }
    BufferRegion to = RegionOperand.all(load.target());
    Operation copy =
        load.way() == Way.TMA
            ? TmaCopyOp.create(at, mapped(from), mapped(to), full, slot)
            : AsyncCopyOp.create(at, mapped(from), mapped(to));
    for (NamedAttribute attribute : load.op().discardableAttributes()) {
      copy.setAttribute(attribute.name(), attribute.value());
    }
    return copy;
  }

  private static Operation fillingWithImages(Im2colOp own, Way way, Value full, Value slot) {
    own.setInstruction(way == Way.TMA ? Im2colOp.TMA : Im2colOp.GATHER);
    switch (way) {
      case TMA -> own.completeOn(full, slot);
      case CP_ASYNC -> own.makeAsynchronous();
      case THREADS -> {}
    }
    return own;
  }

  private BufferRegion mapped(BufferRegion region) {
    List<Offset> offsets = new ArrayList<>();
    for (Offset offset : region.offsets()) {
      offsets.add(mapped(offset));
    }
    return new BufferRegion(mapping.get(region.buffer()), offsets, region.sizes());
  }

  private Offset mapped(Offset offset) {
    return offset instanceof Offset.Dynamic dynamic
        ? Offset.of(mapping.get(dynamic.value()))
        : offset;
  }

  // --- What is in the launch as it was ----------------------------------------------------------

  private void write(Operation op, Inserter at) {
    switch (op) {
      case ForOp loop -> writePipelined(loop, at);
      case dev.azulejo.dialect.scf.ForOp loop -> writeLoop(loop, at);
      case WhileOp loop -> writeWhile(loop, at);
      case IfOp branch -> writeBranch(branch, at);
      default -> rebase(at.insert(op.copy(mapping)));
    }
  }

  /** Lets all in an operation use the slot of this turn where it uses a buffer that has slots. */
  private void rebase(Operation written) {
    for (RingGroup group : plan.groups()) {
      Turn turn = turns.get(group.block());
      for (Ring ring : group.rings()) {
        Value versioned = plan.versioned(ring);
        if (turn != null && versioned != null) {
          written.walk(op -> {
            if (op instanceof Rebasable user && op.operands().contains(ring.buffer())) {
              user.rebase(ring.buffer(), versioned, Offset.of(turn.slot(group)));
            }
          });
        }
      }
    }
  }

  private void writePipelined(ForOp loop, Inserter at) {
    Value from = value(at, loop.from());
    Value to = value(at, loop.to());
    var plain =
        dev.azulejo.dialect.scf.ForOp.create(
            at,
            from,
            to,
            ConstantOp.index(at, 1),
            (inside, index) -> {
              mapping.put(loop.index(), index);
              writeBlock(loop.body(), inside);
            });
    keepAttributes(loop, plain);
  }

  private Value value(Inserter at, Offset bound) {
    return switch (bound) {
      case Offset.Constant constant -> ConstantOp.index(at, constant.value());
      case Offset.Dynamic dynamic -> mapping.get(dynamic.value());
    };
  }

  private void writeLoop(dev.azulejo.dialect.scf.ForOp loop, Inserter at) {
    List<Integer> kept = kept(loop.resultValues());
    List<Value> inits = new ArrayList<>();
    for (int i : kept) {
      inits.add(mapping.get(loop.initArgs().get(i)));
    }
    var own =
        dev.azulejo.dialect.scf.ForOp.create(
            at,
            mapping.get(loop.lowerBound()),
            mapping.get(loop.upperBound()),
            mapping.get(loop.step()),
            inits,
            (inside, index, carried) -> {
              mapping.put(loop.inductionVar(), index);
              for (int i = 0; i < kept.size(); i++) {
                mapping.put(loop.carried().get(kept.get(i)), carried.get(i));
              }
              writeBlock(loop.body(), inside);
              return yielded(loop.terminator().values(), kept);
            });
    if (loop.unsignedCmp()) {
      own.setAttribute("unsignedCmp", UnitAttr.INSTANCE);
    }
    keepAttributes(loop, own);
    mapResults(loop, own, kept);
  }

  private void writeWhile(WhileOp loop, Inserter at) {
    List<Integer> taken = kept(loop.before().entry().arguments());
    List<Integer> handed = kept(loop.resultValues());
    List<Value> inits = yielded(loop.inits(), taken);
    List<Type> types = new ArrayList<>();
    for (int i : handed) {
      types.add(loop.result(i).type());
    }
    WhileOp own =
        WhileOp.create(
            at,
            inits,
            types,
            (inside, arguments) -> {
              map(loop.before().entry().arguments(), taken, arguments);
              writeBlock(loop.before().entry(), inside);
              ConditionOp end = loop.condition();
              return ConditionOp.create(
                  inside.withLocation(end.location()),
                  mapping.get(end.condition()),
                  yielded(end.args(), handed));
            },
            (inside, arguments) -> {
              map(loop.body().arguments(), handed, arguments);
              writeBlock(loop.body(), inside);
              return yielded(loop.terminator().values(), taken);
            });
    keepAttributes(loop, own);
    mapResults(loop, own, handed);
  }

  private void map(List<? extends Value> from, List<Integer> kept, List<? extends Value> to) {
    for (int i = 0; i < kept.size(); i++) {
      mapping.put(from.get(kept.get(i)), to.get(i));
    }
  }

  private void writeBranch(IfOp branch, Inserter at) {
    List<Integer> kept = kept(branch.resultValues());
    List<Type> types = new ArrayList<>();
    for (int i : kept) {
      types.add(branch.result(i).type());
    }
    Block otherwise = branch.elseBlock();
    Function<Inserter, List<? extends Value>> inElse =
        inside -> {
          if (otherwise == null) {
            return List.of();
          }
          writeBlock(otherwise, inside);
          return yielded(otherwise.last() == null ? List.of() : otherwise.last().operands(), kept);
        };
    IfOp own =
        IfOp.create(
            at,
            mapping.get(branch.condition()),
            types,
            inside -> {
              writeBlock(branch.thenBlock(), inside);
              return yielded(branch.thenYield().values(), kept);
            },
            otherwise == null ? null : inElse);
    keepAttributes(branch, own);
    mapResults(branch, own, kept);
  }

  /** Which of the values that a loop or condition hands on the role has a use for. */
  private List<Integer> kept(List<? extends Value> values) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (slice == null || slice.needs(values.get(i))) {
        kept.add(i);
      }
    }
    return kept;
  }

  private List<Value> yielded(List<Value> values, List<Integer> kept) {
    List<Value> yielded = new ArrayList<>();
    for (int i : kept) {
      yielded.add(mapping.get(values.get(i)));
    }
    return yielded;
  }

  private void mapResults(Operation from, Operation to, List<Integer> kept) {
    for (int i = 0; i < kept.size(); i++) {
      mapping.put(from.result(kept.get(i)), to.result(i));
    }
  }

  private static void keepAttributes(Operation from, Operation to) {
    for (NamedAttribute attribute : from.discardableAttributes()) {
      to.setAttribute(attribute.name(), attribute.value());
    }
  }
}
