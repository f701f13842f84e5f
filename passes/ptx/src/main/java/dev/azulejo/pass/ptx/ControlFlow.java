// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.BraIfOp;
import dev.azulejo.dialect.ptx.BraOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.ArrayList;
import java.util.List;

/** Loops and branches become blocks whose arguments are what they carry. */
final class ControlFlow {
  private final KernelWriter writer;
  private final OpConversion conversion;
  private final Predication predication;

  ControlFlow(KernelWriter writer, OpConversion conversion) {
    this.writer = writer;
    this.conversion = conversion;
    this.predication = new Predication(writer, conversion);
  }

  /**
   * A loop asks at its end whether to go on, and once before it. Its index is in a register of 32
   * bits, so the upper bound and a step together must not be more than that holds.
   */
  void loop(ForOp op) throws Unconvertible {
    Value lower = writer.scalar(op.lowerBound());
    Value upper = writer.scalar(op.upperBound());
    Value step = writer.scalar(op.step());
    Block body = new Block();
    Block exit = new Block();
    List<Value> inits = writer.flatten(op.initArgs());
    List<Value> entering = new ArrayList<>();
    entering.add(lower);
    entering.addAll(inits);
    writer.receive(op.body().arguments(), body);
    writer.receive(op.resultValues(), exit);
    Long from = KernelWriter.number(lower);
    Long to = KernelWriter.number(upper);
    if (from != null && to != null && from >= 0 && from < to) {
      BraOp.create(writer.at(), body, entering);
    } else {
      Value begins = isLess(op, lower, upper);
      BraIfOp.create(writer.at(), begins, body, entering, exit, inits);
    }
    writer.open(body);
    conversion.convert(op.body());
    writer.begin(op);
    List<Value> leaving = writer.flatten(op.terminator().values());
    List<Value> again = new ArrayList<>();
    Value next = new Whole(writer).add(body.argument(0), step);
    again.add(next);
    again.addAll(leaving);
    CarriedCopies.make(writer.blocks(), body, again);
    leaving = again.subList(1, again.size());
    BraIfOp.create(writer.at(), isLess(op, next, upper), body, again, exit, leaving);
    writer.open(exit);
  }

  private Value isLess(ForOp op, Value left, Value right) {
    SetpOp less = SetpOp.create(writer.at(), left, right, "lt");
    if (op.unsignedCmp()) {
      less.setAttribute("unsigned", UnitAttr.INSTANCE);
    }
    return less.result();
  }

  void branch(IfOp op) throws Unconvertible {
    if (Predication.isPossible(op)) {
      predication.convert(op);
      return;
    }
    Block then = new Block();
    Block join = new Block();
    Block elseBlock = op.elseBlock();
    Block otherwise = elseBlock == null ? join : new Block();
    Condition condition = Condition.of(writer, op.condition());
    condition.jump(writer.at(), then, List.of(), otherwise, List.of());
    writer.receive(op.resultValues(), join);
    writer.open(then);
    arm(op, op.thenBlock(), join);
    if (elseBlock != null) {
      writer.open(otherwise);
      arm(op, elseBlock, join);
    }
    writer.open(join);
  }

  private void arm(IfOp op, Block block, Block join) throws Unconvertible {
    conversion.convert(block);
    writer.begin(op);
    Operation end = block.last();
    List<Value> yielded = end == null ? List.of() : writer.flatten(end.operands());
    BraOp.create(writer.at(), join, yielded);
  }

  /** A loop that asks first. One that does nothing else goes on by a single jump. */
  void loop(WhileOp op) throws Unconvertible {
    Block before = new Block();
    boolean onlyAsks = op.body().first() == op.terminator() && op.terminator().operandCount() == 0;
    Block after = onlyAsks ? before : new Block();
    Block exit = new Block();
    List<Value> inits = writer.flatten(op.inits());
    writer.receive(op.before().entry().arguments(), before);
    if (!onlyAsks) {
      writer.receive(op.body().arguments(), after);
    }
    writer.receive(op.resultValues(), exit);
    BraOp.create(writer.at(), before, inits);
    writer.open(before);
    conversion.convert(op.before().entry());
    writer.begin(op);
    List<Value> handed = writer.flatten(op.condition().args());
    Condition goesOn = Condition.of(writer, op.condition().condition());
    goesOn.jump(writer.at(), after, onlyAsks ? List.of() : handed, exit, handed);
    if (!onlyAsks) {
      writer.open(after);
      conversion.convert(op.body());
      writer.begin(op);
      BraOp.create(writer.at(), before, writer.flatten(op.terminator().values()));
    }
    writer.open(exit);
  }
}
