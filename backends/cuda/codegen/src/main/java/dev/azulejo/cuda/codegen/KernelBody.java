// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.cuda.codegen.ParallelMoves.Move;
import dev.azulejo.cuda.codegen.ParallelMoves.Source;
import dev.azulejo.cuda.codegen.RegisterFile.Register;
import dev.azulejo.dialect.ptx.BraIfOp;
import dev.azulejo.dialect.ptx.BraOp;
import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LocalOp;
import dev.azulejo.dialect.ptx.SharedOp;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.BranchOp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the body of a kernel: declarations, then blocks in order. */
final class KernelBody {
  private static final String LABEL = "$L";

  private final KernelSymbols symbols;
  private final StringBuilder text;
  private final boolean withLocations;
  private final List<Block> blocks;
  private final Map<Block, Integer> numbers = new IdentityHashMap<>();
  private final Assignment assignment;
  private final InstructionText instructions;
  private final StringBuilder lines = new StringBuilder();
  private final BitSet used = new BitSet();
  private int labels;
  private Location.@Nullable FileRange last;

  KernelBody(KernelOp kernel, KernelSymbols symbols, StringBuilder text, boolean withLocations) {
    this.symbols = symbols;
    this.text = text;
    this.withLocations = withLocations;
    this.blocks = kernel.body().blocks();
    for (Block block : blocks) {
      numbers.put(block, numbers.size());
    }
    this.assignment = Assignment.of(kernel);
    this.instructions = new InstructionText(assignment, symbols, lines);
    this.labels = blocks.size();
  }

  void print() {
    int[] starts = new int[blocks.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = lines.length();
      for (Operation op : blocks.get(i)) {
        print(op, i);
      }
    }
    text.append("{\n");
    declarations();
    // Only now it is known which blocks somebody jumps to.
    int done = 0;
    for (int i = 0; i < starts.length; i++) {
      text.append(lines, done, starts[i]);
      done = starts[i];
      if (used.get(i)) {
        text.append(LABEL).append(i).append(":\n");
      }
    }
    text.append(lines, done, lines.length()).append("}\n");
  }

  private void declarations() {
    for (RegisterClass kind : RegisterClass.values()) {
      int count = assignment.registers().count(kind);
      if (count > 0) {
        text.append("\t.reg .").append(kind.word()).append(" %").append(kind.prefix());
        text.append('<').append(count).append(">;\n");
      }
    }
    for (SharedOp row : symbols.shared()) {
      if (!row.dynamic()) {
        row("shared", row.buffer(), row.align().longValue(), row.bytes());
      }
    }
    for (LocalOp row : symbols.local()) {
      row("local", row.buffer(), row.align().longValue(), row.bytes());
    }
    text.append('\n');
  }

  private void row(String space, Value buffer, long align, long bytes) {
    text.append("\t.").append(space).append(" .align ").append(align).append(" .b8 ");
    text.append(symbols.name(buffer)).append('[').append(bytes).append("];\n");
  }

  // --- Operations -------------------------------------------------------------------------------

  private void print(Operation op, int block) {
    if (withLocations) {
      location(op);
    }
    switch (op) {
      case BraOp bra -> {
        moves(bra, 0);
        jump(bra.dest(), block);
      }
      case BraIfOp bra -> branch(bra, block);
      case ConstantOp constant -> constant(constant);
      case Instruction _ when assignment.isSilent(op) -> {}
      case Instruction instruction -> instruction(instruction.syntax());
      default -> {}
    }
  }

  private void location(Operation op) {
    Location.FileRange at = op.location().position();
    if (at != null && (last == null || at.line() != last.line())) {
      // A name is quoted as it is, but it can't end the line that it stands in.
      lines.append("\t// ").append(at.file().replaceAll("\\p{Cntrl}", "?"));
      lines.append(':').append(at.line()).append('\n');
      last = at;
    }
  }

  private void constant(ConstantOp op) {
    Register register = assignment.registers().find(op.result());
    if (register != null) {
      move(register, Immediates.text(op.value()));
    }
  }

  private void instruction(Syntax syntax) {
    List<Move> moves = new ArrayList<>();
    for (Syntax.Tie tie : syntax.ties()) {
      moves.add(new Move(assignment.register(tie.result()), source(tie.initial())));
    }
    print(moves);
    instructions.print(syntax);
  }

  // --- Jumps ------------------------------------------------------------------------------------

  private int number(Block block) {
    return numbers.getOrDefault(block, 0);
  }

  private void jump(Block target, int from) {
    if (number(target) != from + 1) {
      go("bra.uni", number(target));
    }
  }

  private void go(String mnemonic, int label) {
    used.set(label);
    lines.append('\t').append(mnemonic).append('\t').append(LABEL).append(label).append(";\n");
  }

  private void branch(BraIfOp op, int from) {
    boolean movesOnTrue = !moves(op, 0, false).isEmpty();
    boolean movesOnFalse = !moves(op, 1, false).isEmpty();
    if (!movesOnTrue && (number(op.trueDest()) != from + 1 || movesOnFalse)) {
      jumpIf(op, false, number(op.trueDest()));
      moves(op, 1);
      jump(op.falseDest(), from);
    } else if (!movesOnFalse) {
      jumpIf(op, true, number(op.falseDest()));
      moves(op, 0);
      jump(op.trueDest(), from);
    } else {
      int aside = labels++;
      jumpIf(op, true, aside);
      moves(op, 0);
      go("bra.uni", number(op.trueDest()));
      lines.append(LABEL).append(aside).append(":\n");
      moves(op, 1);
      jump(op.falseDest(), from);
    }
  }

  private void jumpIf(BraIfOp op, boolean negated, int label) {
    String guard = (negated ? "@!" : "@") + assignment.register(op.condition());
    go(guard + (op.uniform() ? " bra.uni" : " bra"), label);
  }

  // --- Copies -----------------------------------------------------------------------------------

  private void moves(BranchOp op, int successor) {
    print(moves(op, successor, true));
  }

  /** What a jump copies; without {@code all}, nothing that is where it belongs already. */
  private List<Move> moves(BranchOp op, int successor, boolean all) {
    List<Move> moves = new ArrayList<>();
    List<Value> values = op.successorOperands(successor);
    Block target = ((Operation) op).successors().get(successor);
    for (int i = 0; i < values.size(); i++) {
      BlockArgument argument = target.argument(i);
      if (argument.isUnused()) {
        continue;
      }
      Move move = new Move(assignment.register(argument), source(values.get(i)));
      boolean there = move.source() instanceof Source.Of of && of.register().equals(move.target());
      if (all || !there) {
        moves.add(move);
      }
    }
    return moves;
  }

  private Source source(Value value) {
    return value.definingOp() instanceof ConstantOp constant
        ? new Source.Constant(Immediates.text(constant.value()))
        : new Source.Of(assignment.register(value));
  }

  private void print(List<Move> moves) {
    List<Move> ordered =
        ParallelMoves.inOrder(moves, like -> assignment.registers().fresh(like.kind()));
    for (Move move : ordered) {
      switch (move.source()) {
        case Source.Of of -> move(move.target(), of.register().toString());
        case Source.Constant constant -> move(move.target(), constant.text());
      }
    }
  }

  private void move(Register target, String source) {
    lines.append("\tmov.").append(target.kind().word()).append('\t').append(target);
    lines.append(", ").append(source).append(";\n");
  }
}
