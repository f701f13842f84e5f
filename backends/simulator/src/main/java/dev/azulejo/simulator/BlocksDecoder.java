// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.cf.AssertOp;
import dev.azulejo.dialect.cf.BrOp;
import dev.azulejo.dialect.cf.CondBrOp;
import dev.azulejo.dialect.cf.SwitchOp;
import dev.azulejo.dialect.func.ReturnOp;
import dev.azulejo.dialect.memref.AllocaScopeReturnOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.trait.BranchOp;
import dev.azulejo.ir.trait.Terminator;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of a region whose blocks jump to each other. */
final class BlocksDecoder {
  private static final int END = -1;

  private final Decoder decoder;

  /** What ends a block: it chooses the next. */
  private interface Jump {
    int next(Frame frame);
  }

  BlocksDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  /** The code of a region; {@code results} get what an {@code scf.yield} hands over. */
  Code decode(Region region, List<? extends Value> results) {
    List<Code> bodies = new ArrayList<>();
    List<Jump> jumps = new ArrayList<>();
    for (Block block : region.blocks()) {
      bodies.add(body(block));
      jumps.add(jump(block.last(), results));
    }
    if (bodies.size() == 1) {
      Code body = bodies.getFirst();
      Jump end = jumps.getFirst();
      return frame -> {
        body.run(frame);
        end.next(frame);
      };
    }
    Code[] code = bodies.toArray(Code[]::new);
    Jump[] next = jumps.toArray(Jump[]::new);
    Operation owner = region.parentOp();
    return frame -> {
      int block = 0;
      while (block != END) {
        if (owner != null) {
          frame.step(owner.location());
        }
        code[block].run(frame);
        block = next[block].next(frame);
      }
    };
  }

  private Code body(Block block) {
    List<Code> codes = new ArrayList<>();
    for (Operation op : block) {
      Code code = op instanceof Terminator ? null : decoder.decode(op);
      if (code != null) {
        codes.add(code);
      }
    }
    return Decoder.sequence(codes);
  }

  private static Jump jump(@Nullable Operation op, List<? extends Value> results) {
    return switch (op) {
      case BrOp branch -> jump(branch, 0);
      case CondBrOp branch -> {
        int condition = Decoder.slot(branch.condition());
        Jump yes = jump(branch, 0);
        Jump no = jump(branch, 1);
        yield frame -> (frame.scalar(condition) != 0 ? yes : no).next(frame);
      }
      case SwitchOp choice -> jump(choice);
      case ReturnOp end -> {
        int[] values = Decoder.slots(end.operands());
        yield frame -> {
          frame.machine().returned(frame, values);
          return END;
        };
      }
      case YieldOp end -> handOver(end, results);
      case AllocaScopeReturnOp end -> handOver(end, results);
      case null -> _ -> END;
      default -> throw Decoder.unsupported(op);
    };
  }

  private static Jump handOver(Operation end, List<? extends Value> results) {
    Moves moves = Moves.of(end.operands(), results);
    return frame -> {
      moves.run(frame);
      return END;
    };
  }

  private static Jump jump(SwitchOp op) {
    if (!Scalars.isInteger(op.flag().type())) {
      throw Decoder.unsupported(op);
    }
    int flag = Decoder.slot(op.flag());
    Jump[] jumps = new Jump[op.successors().size()];
    for (int i = 0; i < jumps.length; i++) {
      jumps[i] = jump(op, i);
    }
    int width = Scalars.width(op.flag().type());
    long[] cases = new long[jumps.length - 1];
    for (int i = 0; i < cases.length; i++) {
      cases[i] = Scalars.extend(op.caseValue(i).longValue(), width);
    }
    return frame -> {
      long value = frame.scalar(flag);
      int chosen = 0;
      for (int i = 0; i < cases.length && chosen == 0; i++) {
        chosen = cases[i] == value ? i + 1 : 0;
      }
      return jumps[chosen].next(frame);
    };
  }

  private static Jump jump(BranchOp branch, int successor) {
    Operation op = (Operation) branch;
    Block target = op.successors().get(successor);
    Moves moves = Moves.of(branch.successorOperands(successor), target.arguments());
    int index = Decoder.indexOf(target);
    return frame -> {
      moves.run(frame);
      return index;
    };
  }

  /** The code of what is no jump: an assertion. */
  static Code decode(Operation op) {
    if (!(op instanceof AssertOp check)) {
      throw Decoder.unsupported(op);
    }
    int condition = Decoder.slot(check.arg());
    return frame -> {
      if (frame.scalar(condition) == 0) {
        throw new SimulationFailure(
            Diagnostic.error(check.location(), "assertion failed: %s", check.msg().value()));
      }
    };
  }
}
